import type { QualifiedName } from '../schema/qualified-name';
import type { Answers, ConsentKind } from './answers';
import { takesOwner } from './answers';
import { formatNamePath, type NamePath } from './name-path';

/** Something that needs a consent. */
export interface Consented {
  readonly kind: ConsentKind;
  /** The table or type where the thing is named with one, else the thing itself; a schema has no schema. */
  readonly name: QualifiedName;
  /** The column, label, trigger… where it has one. */
  readonly part?: string;
  readonly signature?: string;
}

/** What may be done, and how it is typed. */
export class Consents {
  private readonly given: ReadonlyMap<string, string>;
  private readonly needed = new Set<string>();

  constructor(
    private readonly answers: Answers,
    private readonly defaultSchema: string,
  ) {
    this.given = new Map(
      answers.consents.map(({ text, kind, path, signature }) => [
        key(kind, this.complete(kind, path), signature),
        text,
      ]),
    );
  }

  allows(thing: Consented): boolean {
    return this.isNamed(thing) || this.answers.allowAll;
  }

  /** Whether it was consented to by name: `all` does not say that something is not a rename. */
  isNamed({ kind, name, part, signature = '' }: Consented): boolean {
    const wanted = key(kind, fullPath(kind, name, part), signature);
    if (!this.given.has(wanted)) return false;
    this.needed.add(wanted);
    return true;
  }

  /** What was consented to and nobody asked for until now: most likely misspelt. */
  unneeded(): readonly string[] {
    return [...this.given].flatMap(([wanted, text]) => (this.needed.has(wanted) ? [] : [text]));
  }

  /** What to type: `drop-column:widgets.color`. */
  text({ kind, name, part, signature = '' }: Consented): string {
    return `${kind}:${this.path(kind, name, part)}${signature}`;
  }

  /** The name without its schema where that is the default. */
  path(kind: ConsentKind, name: QualifiedName, part?: string): string {
    const full = fullPath(kind, name, part);
    return formatNamePath(kind !== 'drop-schema' && full[0] === this.defaultSchema ? full.slice(1) : full);
  }

  private complete(kind: ConsentKind, path: NamePath): NamePath {
    if (kind === 'drop-schema') return path;
    const length = takesOwner(kind) ? 3 : 2;
    return path.length < length ? [this.defaultSchema, ...path] : path;
  }
}

function fullPath(kind: ConsentKind, { schema, name }: QualifiedName, part?: string): NamePath {
  if (kind === 'drop-schema') return [name];
  return part === undefined ? [schema, name] : [schema, name, part];
}

function key(kind: ConsentKind, path: NamePath, signature: string): string {
  return JSON.stringify([kind, path, signature]);
}
