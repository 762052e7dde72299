import { displayName } from '../../operations/display-name';
import { nameKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { same, sameBut } from '../../schema/same';
import type { Domain, DomainCheck } from '../../schema/user-type';
import type { Change, DiffContext } from '../change';
import { diffComment } from '../diff-comment';
import { diffEach, ownName } from '../diff-each';
import { exchangeType } from './exchange-type';
import { holdsWithin } from './holds-within';
import { isDomainRebuilt, rebuildDomain } from './rebuild-domains';

export function diffDomains(context: DiffContext): readonly Change[] {
  return diffEach(context.from.domains, context.to.domains, {
    key: nameKey,
    drop: (domain) => ({ kind: 'dropDomain', domain }),
    create: (domain) => ({ kind: 'createDomain', domain }),
    change: (from, to) => diffDomain(context, from, to),
  });
}

function diffDomain(context: DiffContext, from: Domain, to: Domain): readonly Change[] {
  const domain = nameOnly(to);
  if (isDomainRebuilt(from, to, context)) return rebuildDomain(context, from, to);
  const compare: { readonly [K in keyof Required<Domain>]: () => readonly Change[] } = {
    schema: () => [],
    name: () => [],
    type: () => (same(from.type, to.type) ? [] : [exchangeType('domain', domain, 'its type differs')]),
    collation: () =>
      same(from.collation, to.collation) ? [] : [exchangeType('domain', domain, 'its collation differs')],
    notNull: () =>
      from.notNull === to.notNull
        ? []
        : asFarAsHeld(context, domain, to.notNull ? 'added' : 'removed', [
            { kind: 'setDomainNotNull', domain, to: to.notNull },
          ]),
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
  what: 'added' | 'removed',
  changes: readonly Change[],
): readonly Change[] {
  const column = holdsWithin(what === 'added' ? from : to, domain);
  if (column === undefined) return changes;
  return [
    {
      kind: 'unsupported',
      what: `The domain ${displayName(domain)} cannot get a check or NOT NULL${what === 'added' ? '' : ', as on the way back,'} while ${column} holds it within another type.`,
      write: `Write by hand, in both directions: give ${column} a type without the domain (ALTER TABLE … ALTER COLUMN … TYPE … USING …), change the domain, and give the column its type again.`,
    },
  ];
}

function diffDomainChecks(
  context: DiffContext,
  domain: QualifiedName,
  before: readonly DomainCheck[],
  after: readonly DomainCheck[],
): readonly Change[] {
  const drop = (check: DomainCheck): Change => ({ kind: 'dropDomainCheck', domain, check });
  const add = (check: DomainCheck): Change => ({ kind: 'addDomainCheck', domain, check });
  return diffEach(before, after, {
    key: ownName,
    drop: (check) => asFarAsHeld(context, domain, 'removed', [drop(check)]),
    create: (check) => asFarAsHeld(context, domain, 'added', [add(check)]),
    change: (from, to) =>
      sameBut(from, to, 'comment')
        ? diffComment(
            { kind: 'domainConstraint', schema: domain.schema, relation: domain.name, name: to.name },
            from.comment,
            to.comment,
          )
        : asFarAsHeld(context, domain, 'added', [drop(from), add(to)]),
  });
}
