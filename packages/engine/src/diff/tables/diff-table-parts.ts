import { partAddress } from '../../schema/dependency-edges';
import type { Policy } from '../../schema/policy';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Rule } from '../../schema/rule';
import { sameBut } from '../../schema/same';
import type { Trigger } from '../../schema/trigger';
import { type Change, type DiffContext, isDisplaced } from '../change';
import { diffComment } from '../diff-comment';
import { pairUp } from '../pair-up';

export function diffTriggers(
  context: DiffContext,
  table: QualifiedName,
  from: readonly Trigger[],
  to: readonly Trigger[],
): readonly Change[] {
  const { gone, kept, added } = pairUp(from, to, ({ name }) => name);
  const drop = (trigger: Trigger): Change => ({ kind: 'dropTrigger', table, trigger });
  const create = (trigger: Trigger): Change => ({ kind: 'createTrigger', table, trigger });
  return [
    ...gone.map(drop),
    ...added.map(create),
    ...kept.flatMap((pair): readonly Change[] => {
      const remade = !sameBut(pair.from, pair.to, 'comment', 'enabled');
      if (remade || isDisplaced(context, partAddress('trigger', table, pair.from.name))) {
        return [drop(pair.from), create(pair.to)];
      }
      const { name: trigger } = pair.to;
      return [
        ...(pair.from.enabled === pair.to.enabled
          ? []
          : [
              {
                kind: 'setTriggerEnabled',
                table,
                trigger,
                from: pair.from.enabled,
                to: pair.to.enabled,
              } as const,
            ]),
        ...diffPartComment('trigger', table, pair),
      ];
    }),
  ];
}

export function diffPolicies(
  context: DiffContext,
  table: QualifiedName,
  from: readonly Policy[],
  to: readonly Policy[],
): readonly Change[] {
  const { gone, kept, added } = pairUp(from, to, ({ name }) => name);
  const drop = (policy: Policy): Change => ({ kind: 'dropPolicy', table, policy });
  const create = (policy: Policy): Change => ({ kind: 'createPolicy', table, policy });
  return [
    ...gone.map(drop),
    ...added.map(create),
    ...kept.flatMap((pair): readonly Change[] =>
      !sameBut(pair.from, pair.to, 'comment') ||
      isDisplaced(context, partAddress('policy', table, pair.from.name))
        ? [drop(pair.from), create(pair.to)]
        : diffPartComment('policy', table, pair),
    ),
  ];
}

export function diffRules(
  context: DiffContext,
  table: QualifiedName,
  from: readonly Rule[],
  to: readonly Rule[],
): readonly Change[] {
  const { gone, kept, added } = pairUp(from, to, ({ name }) => name);
  const drop = (rule: Rule): Change => ({ kind: 'dropRule', table, rule });
  const create = (rule: Rule): Change => ({ kind: 'createRule', table, rule });
  return [
    ...gone.map(drop),
    ...added.map(create),
    ...kept.flatMap((pair): readonly Change[] =>
      !sameBut(pair.from, pair.to, 'comment') ||
      isDisplaced(context, partAddress('rule', table, pair.from.name))
        ? [drop(pair.from), create(pair.to)]
        : diffPartComment('rule', table, pair),
    ),
  ];
}

interface Commented {
  readonly name: string;
  readonly comment: string | null;
}

function diffPartComment(
  kind: 'trigger' | 'policy' | 'rule',
  table: QualifiedName,
  { from, to }: { readonly from: Commented; readonly to: Commented },
): readonly Change[] {
  const on = { kind, schema: table.schema, relation: table.name, name: to.name };
  return diffComment(on, from.comment, to.comment);
}
