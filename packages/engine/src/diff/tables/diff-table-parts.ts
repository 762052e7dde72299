import { partAddress } from '../../schema/dependency-edges';
import type { Policy } from '../../schema/policy';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Rule } from '../../schema/rule';
import { sameBut } from '../../schema/same';
import type { Trigger } from '../../schema/trigger';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { diffComment } from '../diff-comment';
import { diffEach, ownName } from '../diff-each';

export function diffTriggers(
  context: DiffContext,
  table: QualifiedName,
  before: readonly Trigger[],
  after: readonly Trigger[],
): readonly Change[] {
  return diffEach(before, after, {
    key: ownName,
    drop: (trigger) => ({ kind: 'dropTrigger', table, trigger }),
    create: (trigger) => ({ kind: 'createTrigger', table, trigger }),
    change: (from, to) => {
      const address = partAddress('trigger', table, to.name);
      if (!sameBut(from, to, 'comment', 'enabled') || isDisplaced(context, address)) return 'remake';
      const enabled = { from: from.enabled, to: to.enabled };
      return [
        ...(from.enabled === to.enabled
          ? []
          : [{ kind: 'setTriggerEnabled', table, trigger: to.name, ...enabled } as const]),
        ...diffComment(address, from.comment, to.comment),
      ];
    },
  });
}

export function diffPolicies(
  context: DiffContext,
  table: QualifiedName,
  before: readonly Policy[],
  after: readonly Policy[],
): readonly Change[] {
  return diffEach(before, after, {
    key: ownName,
    drop: (policy) => ({ kind: 'dropPolicy', table, policy }),
    create: (policy) => ({ kind: 'createPolicy', table, policy }),
    change: (from, to) => changeInComment(context, 'policy', table, { from, to }),
  });
}

export function diffRules(
  context: DiffContext,
  table: QualifiedName,
  before: readonly Rule[],
  after: readonly Rule[],
): readonly Change[] {
  return diffEach(before, after, {
    key: ownName,
    drop: (rule) => ({ kind: 'dropRule', table, rule }),
    create: (rule) => ({ kind: 'createRule', table, rule }),
    change: (from, to) => changeInComment(context, 'rule', table, { from, to }),
  });
}

/** What has no statement that alters it is made again wherever more than its comment is another. */
function changeInComment<Part extends Policy | Rule>(
  context: DiffContext,
  kind: 'policy' | 'rule',
  table: QualifiedName,
  { from, to }: { readonly from: Part; readonly to: Part },
): readonly Change[] | 'remake' {
  const address = partAddress(kind, table, to.name);
  return !sameBut(from, to, 'comment') || isDisplaced(context, address)
    ? 'remake'
    : diffComment(address, from.comment, to.comment);
}
