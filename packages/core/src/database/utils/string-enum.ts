import { Check, Column } from 'typeorm';
import { ExplainedError } from '../../explained-error';
import { snakeCase } from './snake-case';
import { quoteText, stringEnumCheck } from './string-enum-check';

export interface StringEnumOptions<Value extends string> {
  /** What the database stores where an insert names no value. */
  readonly default?: NoInfer<Value>;
  readonly nullable?: boolean;
  /** The column's name; default: the property's in snake_case. */
  readonly name?: string;
  readonly comment?: string;
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Fits only a property whose type is the enum (with `| null` where the column is nullable). */
export type StringEnumDecorator<Value> = <Target extends object, Property extends keyof Target & string>(
  target: Target,
  property: Same<Exclude<Target[Property], undefined>, Value> extends true ? Property : never,
) => void;

/**
 * A text column that holds one of an enum's values: TypeScript refuses the others by the property's type, the database
 * by the check `ck_<table>_<column>`.
 *
 * ```ts
 * @StringEnum(WidgetStatus, { default: WidgetStatus.DRAFT }) status!: WidgetStatus;
 * @StringEnum(Reason, { nullable: true }) reason!: Reason | null;
 * ```
 */
export function StringEnum<Value extends string>(
  values: Readonly<Record<string, Value>>,
  options: StringEnumOptions<Value> & { readonly nullable: true },
): StringEnumDecorator<Value | null>;
export function StringEnum<Value extends string>(
  values: Readonly<Record<string, Value>>,
  options?: StringEnumOptions<Value> & { readonly nullable?: false },
): StringEnumDecorator<Value>;
export function StringEnum<Value extends string>(
  values: Readonly<Record<string, Value>>,
  options: StringEnumOptions<Value> = {},
): (target: object, property: string) => void {
  return (target, property) => {
    const at = `${target.constructor.name}.${property}`;
    const members = membersOf(values, at);
    refuseStrangeDefault(options.default, members, at);
    refuseSecondDeclaration(target, property, at);

    const name = options.name ?? snakeCase(property);
    Column({
      type: 'text',
      name,
      nullable: options.nullable ?? false,
      ...(options.comment === undefined ? {} : { comment: options.comment }),
      ...(options.default === undefined ? {} : { default: columnDefault(options.default) }),
    })(target, property);
    Check(stringEnumCheck(name, members))(target.constructor);
    declared.set(target.constructor, new Set([...(declared.get(target.constructor) ?? []), property]));
  };
}

/** The properties that are `StringEnum`s, by the class that declares them. */
const declared = new WeakMap<object, ReadonlySet<string>>();

export function stringEnumProperties(declaringClass: object): ReadonlySet<string> {
  return declared.get(declaringClass) ?? new Set();
}

/** TypeORM writes a text default without doubling the quotes in it; what a function returns it writes as it is. */
function columnDefault(value: string): string | (() => string) {
  return value.includes("'") ? () => quoteText(value) : value;
}

function membersOf(values: Readonly<Record<string, unknown>>, at: string): readonly string[] {
  const members = new Set<string>();
  for (const [key, value] of Object.entries(values)) {
    if (typeof value !== 'string') {
      throw new ExplainedError({
        what: `The enum of a StringEnum has a value that is no text: ${key} is ${String(value)}.`,
        at,
        next: `Give each member a text, as in  enum Status { DRAFT = 'draft' }`,
      });
    }
    members.add(value);
  }
  if (members.size === 0) {
    throw new ExplainedError({
      what: 'The enum of a StringEnum has no values, so no row could ever be stored.',
      at,
      next: `Give it a member, as in  enum Status { DRAFT = 'draft' }`,
    });
  }
  return [...members];
}

function refuseStrangeDefault(value: string | undefined, members: readonly string[], at: string): void {
  if (value !== undefined && !members.includes(value)) {
    throw new ExplainedError({
      what: `The default of a StringEnum is none of its values: '${value}'.`,
      at,
      next: `Use one of: ${members.map((member) => `'${member}'`).join(', ')}`,
    });
  }
}

/** Both checks would be in the table, under one name. */
function refuseSecondDeclaration(target: object, property: string, at: string): void {
  for (let parent = Object.getPrototypeOf(target); parent !== null; parent = Object.getPrototypeOf(parent)) {
    if (stringEnumProperties(parent.constructor).has(property)) {
      throw new ExplainedError({
        what: `${parent.constructor.name} has declared this StringEnum already, and a table can check a column for one enum only.`,
        at,
        next: `Declare it in one of the two classes: remove it from ${parent.constructor.name} or from ${target.constructor.name}`,
      });
    }
  }
}
