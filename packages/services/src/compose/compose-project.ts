import { type ProgramOutcome, runProgram } from '../processes/run-program';
import type { Environment } from './find-compose';

export interface ComposeProject {
  readonly command: readonly [string, ...string[]];
  readonly file: string;
  /** One a checkout, so that two clones of a project have containers, networks and volumes of their own. */
  readonly name: string;
  readonly environment: Environment;
}

export interface ComposeSettings {
  readonly postgresPort: number;
  readonly postgresPassword: string;
  readonly redisPort: number;
  readonly redisPassword: string;
}

/** Runs Compose on the project. The settings go by the environment: arguments are for everybody on the machine to see. */
export function runCompose(
  project: ComposeProject,
  settings: ComposeSettings,
  command: readonly string[],
  input?: string,
): Promise<ProgramOutcome> {
  const [program, ...first] = project.command;
  return runProgram(program, {
    arguments: [...first, '--project-name', project.name, '--file', project.file, ...command],
    environment: {
      ...project.environment,
      RETORT_POSTGRES_PORT: String(settings.postgresPort),
      RETORT_POSTGRES_PASSWORD: settings.postgresPassword,
      RETORT_REDIS_PORT: String(settings.redisPort),
      RETORT_REDIS_PASSWORD: settings.redisPassword,
    },
    ...(input === undefined ? {} : { input }),
    // The first time it fetches images.
    timeoutMs: 15 * 60_000,
  });
}

export function outcomeText(outcome: ProgramOutcome): string {
  switch (outcome.kind) {
    case 'exited':
      return `${outcome.stderr}${outcome.stdout}`.trim();
    case 'timedOut':
      return `it did not end in time. ${outcome.stderr.trim()}`;
    case 'notRun':
      return `it could not be run (${outcome.code})`;
  }
}

export function succeeded(outcome: ProgramOutcome): boolean {
  return outcome.kind === 'exited' && outcome.code === 0;
}
