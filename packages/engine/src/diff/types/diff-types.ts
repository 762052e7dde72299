import { displayName } from '../../operations/display-name';
import { nameKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { same, sameBut } from '../../schema/same';
import type { CompositeType, Domain, DomainCheck } from '../../schema/user-type';
import type { Change, DiffContext } from '../change';
import { diffComment } from '../diff-comment';
import { pairUp } from '../pair-up';
import { holdsWithin } from './holds-within';

export function diffDomains(context: DiffContext): readonly Change[] {
  const { from, to } = context;
  const { gone, kept, added } = pairUp(from.domains, to.domains, nameKey);
  return [
    ...gone.map((domain): Change => ({ kind: 'dropDomain', domain })),
    ...added.map((domain): Change => ({ kind: 'createDomain', domain })),
    ...kept.flatMap((pair) => diffDomain(context, pair.from, pair.to)),
  ];
}

function diffDomain(context: DiffContext, from: Domain, to: Domain): readonly Change[] {
  const domain = nameOnly(to);
  const compare: { readonly [K in keyof Required<Domain>]: () => readonly Change[] } = {
    schema: () => [],
    name: () => [],
    type: () => (same(from.type, to.type) ? [] : [exchangeType('domain', domain, 'its type differs')]),
    collation: () =>
      same(from.collation, to.collation) ? [] : [exchangeType('domain', domain, 'its collation differs')],
    notNull: () =>
      from.notNull === to.notNull
        ? []
        : asFarAsHeld(context, domain, to.notNull, [{ kind: 'setDomainNotNull', domain, to: to.notNull }]),
    default: () =>
      from.default === to.default
        ? []
        : [{ kind: 'setDomainDefault', domain, from: from.default, to: to.default }],
    checks: () => diffDomainChecks(context, domain, from.checks, to.checks),
    comment: () => diffComment({ kind: 'domain', ...domain }, from.comment, to.comment),
  };
  return Object.values(compare).flatMap((changes) => changes());
}

/** Postgres does not look into what holds a domain within another type: it refuses to add anything to be looked at. */
function asFarAsHeld(
  { from, to }: DiffContext,
  domain: QualifiedName,
  isAdded: boolean,
  changes: readonly Change[],
): readonly Change[] {
  const column = holdsWithin(isAdded ? from : to, domain);
  if (column === undefined) return changes;
  return [
    {
      kind: 'unsupported',
      what: `The domain ${displayName(domain)} cannot get a check or NOT NULL${isAdded ? '' : ', as on the way back,'} while ${column} holds it within another type.`,
      write: `Write by hand, in both directions: give ${column} a type without the domain (ALTER TABLE … ALTER COLUMN … TYPE … USING …), change the domain, and give the column its type again.`,
    },
  ];
}

function diffDomainChecks(
  context: DiffContext,
  domain: { readonly schema: string; readonly name: string },
  from: readonly DomainCheck[],
  to: readonly DomainCheck[],
): readonly Change[] {
  const { gone, kept, added } = pairUp(from, to, ({ name }) => name);
  return [
    ...gone.flatMap((check) =>
      asFarAsHeld(context, domain, false, [{ kind: 'dropDomainCheck', domain, check }]),
    ),
    ...added.flatMap((check) =>
      asFarAsHeld(context, domain, true, [{ kind: 'addDomainCheck', domain, check }]),
    ),
    ...kept.flatMap((pair): readonly Change[] => {
      if (!sameBut(pair.from, pair.to, 'comment')) {
        return asFarAsHeld(context, domain, true, [
          { kind: 'dropDomainCheck', domain, check: pair.from },
          { kind: 'addDomainCheck', domain, check: pair.to },
        ]);
      }
      return diffComment(
        { kind: 'domainConstraint', schema: domain.schema, relation: domain.name, name: pair.to.name },
        pair.from.comment,
        pair.to.comment,
      );
    }),
  ];
}

export function diffComposites({ from, to }: DiffContext): readonly Change[] {
  const { gone, kept, added } = pairUp(from.composites, to.composites, nameKey);
  return [
    ...gone.map((type): Change => ({ kind: 'dropComposite', type })),
    ...added.map((type): Change => ({ kind: 'createComposite', type })),
    ...kept.flatMap((pair) => diffComposite(pair.from, pair.to)),
  ];
}

function diffComposite(from: CompositeType, to: CompositeType): readonly Change[] {
  const type = nameOnly(to);
  const { gone, kept, added } = pairUp(from.attributes, to.attributes, ({ name }) => name);
  // An attribute is added behind the others, on the way back too.
  const reached = [...kept.map((pair) => pair.to.name), ...added.map(({ name }) => name)];
  const wanted = to.attributes.map(({ name }) => name);
  const comesBack = same(
    [...kept.map((pair) => pair.from.name), ...gone.map(({ name }) => name)],
    from.attributes.map(({ name }) => name),
  );
  if (!same(reached, wanted) || !comesBack)
    return [exchangeType('type', type, 'its attributes stand in another order')];
  if (kept.some((pair) => !sameBut(pair.from, pair.to, 'comment'))) {
    return [exchangeType('type', type, 'the type of an attribute differs')];
  }
  return [
    ...gone.map((attribute): Change => ({ kind: 'dropAttribute', type, attribute })),
    ...added.map((attribute): Change => ({ kind: 'addAttribute', type, attribute })),
    ...kept.flatMap((pair) =>
      diffComment(
        { kind: 'column', schema: type.schema, relation: type.name, name: pair.to.name },
        pair.from.comment,
        pair.to.comment,
      ),
    ),
    ...diffComment({ kind: 'composite', ...type }, from.comment, to.comment),
  ];
}

export function diffRanges({ from, to }: DiffContext): readonly Change[] {
  const { gone, kept, added } = pairUp(from.ranges, to.ranges, nameKey);
  return [
    ...gone.map((type): Change => ({ kind: 'dropRange', type })),
    ...added.map((type): Change => ({ kind: 'createRange', type })),
    ...kept.flatMap((pair): readonly Change[] =>
      sameBut(pair.from, pair.to, 'comment')
        ? diffComment({ kind: 'range', ...nameOnly(pair.to) }, pair.from.comment, pair.to.comment)
        : [exchangeType('range type', nameOnly(pair.to), 'its definition differs')],
    ),
  ];
}

function exchangeType(
  kind: string,
  name: { readonly schema: string; readonly name: string },
  because: string,
): Change {
  return {
    kind: 'unsupported',
    what: `The ${kind} ${displayName(name)} cannot be altered: ${because}.`,
    write: `Give the new one another name, or write by hand: create it anew, move the columns to it with ALTER TABLE … TYPE … USING …, drop the old one.`,
  };
}
