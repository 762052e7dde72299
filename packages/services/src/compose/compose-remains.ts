import { ServiceError } from '../errors/service-error';
import { logTail } from '../processes/log-tail';
import { runProgram } from '../processes/run-program';
import { outcomeText } from './compose-project';
import type { Environment } from './find-compose';

/** What Docker has of a Compose project. It is asked by the label that Compose gives to all it makes, so that neither Compose nor its file is needed. */
export interface ComposeRemains {
  readonly containers: readonly string[];
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
}

export async function findRemains(project: string, environment: Environment): Promise<ComposeRemains> {
  const filter = ['--quiet', '--filter', `label=com.docker.compose.project=${project}`];
  const [containers, volumes, networks] = await Promise.all([
    runDocker(['ps', '--all', ...filter], environment),
    runDocker(['volume', 'ls', ...filter], environment),
    runDocker(['network', 'ls', ...filter], environment),
  ]);
  return { containers, volumes, networks };
}

/** Removes them for good, data included. */
export async function removeRemains(remains: ComposeRemains, environment: Environment): Promise<void> {
  const { containers, volumes, networks } = remains;
  // --volumes: also those without a name, which an image asks for.
  if (containers.length > 0) await runDocker(['rm', '--force', '--volumes', ...containers], environment);
  if (volumes.length > 0) await runDocker(['volume', 'rm', '--force', ...volumes], environment);
  if (networks.length > 0) await runDocker(['network', 'rm', ...networks], environment);
}

/** Stops the containers and keeps them and their data. */
export async function stopContainers(remains: ComposeRemains, environment: Environment): Promise<void> {
  if (remains.containers.length > 0) await runDocker(['stop', ...remains.containers], environment);
}

async function runDocker(command: readonly string[], environment: Environment): Promise<readonly string[]> {
  const outcome = await runProgram('docker', {
    arguments: command,
    environment: { ...environment },
    timeoutMs: 60_000,
  });
  if (outcome.kind === 'exited' && outcome.code === 0) return outcome.stdout.split('\n').filter(Boolean);
  throw new ServiceError({
    what: `Docker failed: ${logTail(outcomeText(outcome))}`,
    at: `docker ${command.slice(0, 2).join(' ')}`,
    next: 'Set right what Docker names and run the command again',
  });
}
