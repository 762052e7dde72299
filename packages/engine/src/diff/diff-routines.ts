import { routineComment } from '../operations/routines/create-routine';
import { nameKey } from '../schema/name-key';
import type { ObjectAddress } from '../schema/object-address';
import type { Routine } from '../schema/routine';
import type { Schema } from '../schema/schema';
import { type Change, type DiffContext, isDisplaced } from './change';
import { diffComment } from './diff-comment';
import { diffEach } from './diff-each';
import { pairUp } from './pair-up';

export function diffRoutines(context: DiffContext): readonly Change[] {
  return diffEach(context.from.routines, context.to.routines, {
    key: routineKey,
    drop: (routine) => ({ kind: 'dropRoutine', routine }),
    create: (routine) => ({ kind: 'createRoutine', routine }),
    change: (from, to) =>
      isDisplaced(context, routineAddress(from))
        ? 'remake'
        : [
            ...(from.definition === to.definition ? [] : [{ kind: 'replaceRoutine', from, to } as const]),
            ...diffComment(routineComment(to), from.comment, to.comment),
          ],
  });
}

function routineKey({ schema, name, identityArguments }: Routine): string {
  return JSON.stringify([schema, name, identityArguments]);
}

export function routineAddress({ schema, name, identityArguments }: Routine): ObjectAddress {
  return { kind: 'routine', schema, name, identityArguments };
}

/** The routines of `from` that make way for one of the same name, which may be the same but for a name of an argument. */
export function remadeRoutines(from: Schema, to: Schema): readonly Routine[] {
  const { gone, kept, added } = pairUp(from.routines, to.routines, routineKey);
  const names = new Set(added.map(nameKey));
  return [
    ...gone.filter((routine) => names.has(nameKey(routine))),
    ...kept.filter((pair) => routineMustBeRemade(pair.from, pair.to)).map((pair) => pair.from),
  ];
}

/** `CREATE OR REPLACE` changes neither names of arguments nor results, and there is none for an aggregate's parts. */
function routineMustBeRemade(from: Routine, to: Routine): boolean {
  const replaceable: { readonly [K in keyof Required<Routine>]: boolean } = {
    schema: true,
    name: true,
    identityArguments: true,
    comment: true,
    kind: from.kind === to.kind,
    arguments: from.arguments === to.arguments,
    result: from.result === to.result,
    language: true,
    definition: from.definition === to.definition || to.kind !== 'aggregate',
  };
  return Object.values(replaceable).includes(false);
}
