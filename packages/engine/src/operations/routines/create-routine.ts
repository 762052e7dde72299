import { routineAddresses } from '../../schema/addresses';
import type { Routine } from '../../schema/routine';
import { qualified, type Sql, sql, trusted } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Accessible, giveAccess } from '../give-access';
import { type CommentTarget, commentStatements } from '../set-comment';
import { type Statement, statement } from '../statement';
import { routineArguments } from './routine-arguments';

export interface CreateRoutine extends Accessible {
  readonly kind: 'createRoutine';
  readonly routine: Routine;
}

export interface DropRoutine extends Accessible {
  readonly kind: 'dropRoutine';
  readonly routine: Routine;
}

function renderCreateRoutine({ routine, access }: CreateRoutine): readonly Statement[] {
  return [
    statement(`Create ${describeRoutine(routine)}`, sql`CREATE ${trusted(routine.definition)}`),
    ...commentStatements(routineComment(routine), routine.comment),
    ...giveAccess(access),
  ];
}

function renderDropRoutine({ routine }: DropRoutine): readonly Statement[] {
  return [
    statement(`Drop ${describeRoutine(routine)}`, sql`DROP ${routineKeyword(routine)} ${signature(routine)}`),
  ];
}

export function describeRoutine(routine: Routine): string {
  return `${commentKind(routine)} ${displayName(routine)}(${routine.identityArguments})`;
}

export function routineComment(routine: Routine): CommentTarget {
  const { schema, name, identityArguments } = routine;
  return { kind: commentKind(routine), schema, name, identityArguments };
}

function commentKind({ kind }: Routine): 'function' | 'procedure' | 'aggregate' {
  return kind === 'window' ? 'function' : kind;
}

function routineKeyword(routine: Routine): Sql {
  return trusted(commentKind(routine).toUpperCase());
}

function signature({ schema, name, kind, identityArguments }: Routine): Sql {
  return sql`${qualified(schema, name)}${routineArguments(kind, identityArguments)}`;
}

export const createRoutine: Definition<CreateRoutine, DropRoutine> = {
  render: renderCreateRoutine,
  reverse: (operation) => ({ ...operation, kind: 'dropRoutine' }),
  effects: (operation) => ({ creates: routineAddresses(operation.routine) }),
};

export const dropRoutine: Definition<DropRoutine, CreateRoutine> = {
  render: renderDropRoutine,
  reverse: (operation) => ({ ...operation, kind: 'createRoutine' }),
  effects: (operation) => ({ removes: routineAddresses(operation.routine) }),
};
