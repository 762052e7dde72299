import { decodeEscapes } from './read-literals';

/** What a migration says that is nothing but statements: what loading its module would say too. */
export interface PlainMigration {
  readonly className: string;
  /** The properties of its instances. */
  readonly properties: { readonly name?: string; readonly transaction?: boolean };
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/**
 * Reads a migration off its text, without compiling and loading it, where each of its methods is a list of
 * `await queryRunner.query('…')` and the file holds nothing else: as this tool and TypeORM write them, in TypeScript, or
 * as `tsc` and swc build that. Undefined: there is more in it, and only its module can say what it does.
 */
export function parsePlainMigration(code: string): PlainMigration | undefined {
  const text = new Reader(code);
  text.skip(preamble);
  const head = text.take(classHead);
  const { exported, variable, className = '' } = head?.groups ?? {};
  if (head === undefined || (variable ?? className) !== className) return undefined;
  let name: string | undefined;
  let transaction: boolean | undefined;
  let isConstructed = false;
  const methods: { up?: readonly string[]; down?: readonly string[] } = {};
  while (text.take(/\}/y) === undefined) {
    const property = text.take(propertyOfClass);
    const method = property === undefined ? text.take(methodHead) : undefined;
    if (property !== undefined) {
      if (!keepProperty(property)) return undefined;
    } else if (method !== undefined) {
      const { direction, parameter = '' } = method.groups ?? {};
      const statements = readStatements(text, parameter);
      if ((direction !== 'up' && direction !== 'down') || methods[direction] !== undefined) return undefined;
      if (statements === undefined) return undefined;
      methods[direction] = statements;
    } else if (!isConstructed && text.take(constructorHead) !== undefined) {
      isConstructed = true;
      while (text.take(/\}/y) === undefined) {
        const assigned = text.take(propertyOfConstructor);
        if (assigned === undefined || !keepProperty(assigned)) return undefined;
      }
    } else return undefined;
  }
  const exportedName = exported === undefined ? readExport(code) : className;
  text.skip(exportOfBuilt);
  const { up, down } = methods;
  if (!text.isAtEnd() || exportedName !== className || up === undefined || down === undefined)
    return undefined;
  return {
    className,
    up,
    down,
    properties: {
      ...(name === undefined ? {} : { name }),
      ...(transaction === undefined ? {} : { transaction }),
    },
  };

  function keepProperty({ groups = {} }: RegExpExecArray): boolean {
    if (groups.name !== undefined && name === undefined) name = groups.name.slice(1, -1);
    else if (groups.transaction !== undefined && transaction === undefined)
      transaction = groups.transaction === 'true';
    else return false;
    return true;
  }
}

/** Reads code from its beginning, past white space and comments. */
class Reader {
  private at = 0;

  constructor(private readonly code: string) {
    this.pass();
  }

  /** What `pattern`, which is sticky, finds here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.code);
    if (found === null) return undefined;
    this.at = pattern.lastIndex;
    this.pass();
    return found;
  }

  /** A string or a template without anything put into it, with its quotes. Not by one pattern: a long one would exhaust the stack. */
  takeLiteral(): string | undefined {
    const quote = this.code[this.at] ?? '';
    const run = ordinary[quote];
    if (run === undefined) return undefined;
    for (let at = this.at + 1; ; ) {
      run.lastIndex = at;
      run.exec(this.code);
      const stop = this.code[run.lastIndex];
      at = run.lastIndex + (stop === '\\' ? 2 : 1);
      if (stop === quote) {
        const literal = this.code.slice(this.at, at);
        this.at = at;
        this.pass();
        return literal;
      }
      const goesOn = stop === '\\' || (stop === '$' && this.code[at] !== '{');
      if (!goesOn) return undefined;
    }
  }

  skip(pattern: RegExp): void {
    while (this.take(pattern) !== undefined);
  }

  isAtEnd(): boolean {
    return this.at === this.code.length;
  }

  private pass(): void {
    blank.lastIndex = this.at;
    blank.exec(this.code);
    this.at = blank.lastIndex;
  }
}

/** What stands in a literal up to its end, or to what needs a look, by its quote. */
const ordinary: Readonly<Record<string, RegExp>> = {
  "'": /[^'\\\n\r]*/y,
  '"': /[^"\\\n\r]*/y,
  '`': /[^`\\$]*/y,
};

const blank = /(?:\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)*/y;

/** A pattern of code: a space in it stands for any white space, or none. */
function tokens(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll(' ', '\\s*'), 'y');
}

const types = '(?:MigrationInterface|QueryRunner)';
/** Of a class, in any script. */
const word = '[^\\s\\\\{}()<>.,;:=\'"`]+';
const exportsGetter = `Object\\. defineProperty \\( exports , "${word}" , \\{ enumerable : true , get : function \\( \\) \\{ return\\s ${word} ; \\} \\} \\) ;`;

/** Before the class: imports of types, and what compilers write. */
const preamble = tokens(
  [
    `import (?:(?<=\\s)type\\s)? \\{ (?:type\\s)? ${types} (?:, (?:type\\s)? ${types} )?,? \\} from (?:'typeorm'|"typeorm") ;?`,
    `(?:'use strict'|"use strict") ;`,
    'Object\\. defineProperty \\( exports , "__esModule" , \\{ value : true \\} \\) ;',
    exportsGetter,
    `exports\\. ${word} = void 0 ;`,
  ].join('|'),
);

const classHead = tokens(
  `(?:(?<exported>export)\\s |(?:let|const|var)\\s (?<variable>${word}) = )?class\\s (?<className>${word})(?:\\s implements\\s MigrationInterface)? \\{`,
);

/** Of text between quotes that needs no decoding. */
const quotedName = `(?<name>'${word}'|"${word}")`;
const flag = '(?<transaction>true|false)';
const end = '(?: ;|(?=[^\\S\\n]*\\n)|(?= \\}))';

const propertyOfClass = tokens(
  `(?:public\\s )?(?:readonly\\s )?(?:name(?: : string)? = ${quotedName}|transaction(?: : boolean)? = ${flag})${end}`,
);
const propertyOfConstructor = tokens(`this\\. (?:name = ${quotedName}|transaction = ${flag})${end}`);
const constructorHead = tokens('constructor \\( \\) \\{');

const methodHead = tokens(
  '(?:public\\s )?async\\s (?<direction>up|down) \\( (?<parameter>[\\w$]+)?(?: : QueryRunner)? ,? \\)(?: : Promise ?<(?:void|any)>)? \\{',
);

const exportOfBuilt = tokens(`;|exports\\. ${word} = ${word} ;`);

/** The name under which built code exports its class: each place that names one must name the same. */
function readExport(code: string): string | undefined {
  const names = new Set<string | undefined>();
  for (const [, getter, got] of code.matchAll(exportedByGetter))
    names.add(getter === got ? getter : undefined);
  for (const [, assigned, from] of code.matchAll(exportedByAssignment))
    names.add(assigned === from ? assigned : undefined);
  return names.size === 1 ? [...names][0] : undefined;
}

const exportedByGetter =
  /^Object\.\s*defineProperty\s*\(\s*exports\s*,\s*"(?!__esModule)([^"]+)"[^;]*?return\s+([^\s;]+)/gm;
const exportedByAssignment = /^exports\.\s*([^\s=]+)\s*=\s*(?!void\b)([^\s;]+)\s*;/gm;

/** The statements of a method's body, up to the brace that ends it. */
function readStatements(text: Reader, parameter: string): readonly string[] | undefined {
  const statements: string[] = [];
  while (text.take(/\}/y) === undefined) {
    const call = text.take(statementCall);
    if (call === undefined || call.groups?.receiver !== parameter) return undefined;
    const literal = text.takeLiteral();
    if (literal === undefined || text.take(endOfCall) === undefined) return undefined;
    const statement = decodeLiteral(literal);
    if (statement === undefined) return undefined;
    statements.push(statement);
  }
  return statements;
}

const statementCall = tokens('await\\s (?<receiver>[\\w$]+) \\. query \\(');
const endOfCall = tokens(`,? \\)${end}`);

/** Undefined where it has escapes by number: not all of them are allowed everywhere. */
function decodeLiteral(literal: string): string | undefined {
  const text = literal.slice(1, -1);
  if (!/[\\\r]/.test(text)) return text;
  if (/\\[\dxu]/.test(text)) return undefined;
  // A template's line ends are line feeds, however the file ends its lines.
  return decodeEscapes(text.replace(/\r\n?/g, '\n'));
}
