import type { FailureKind } from '@retort/engine/state';

/** The exit codes of `retort`. They are an interface: scripts and CI depend on them. */
export const exitCodes = {
  done: 0,
  failed: 1,
  settings: 2,
  pending: 3,
  modelsDiffer: 4,
  drifted: 5,
  refused: 6,
  locked: 7,
  conflict: 8,
  needsAnswer: 9,
  interrupted: 130,
} as const satisfies { readonly [K in FailureKind | 'done']: number };

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
