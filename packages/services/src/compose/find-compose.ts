import { runProgram } from '../processes/run-program';

export type Environment = Readonly<Record<string, string | undefined>>;

export type ComposeAvailability =
  | { readonly kind: 'available'; readonly command: readonly [string, ...string[]]; readonly engine: string }
  | { readonly kind: 'missing'; readonly because: string };

/** Whether a Docker engine answers, and which Compose speaks to it. */
export async function findCompose(environment: Environment): Promise<ComposeAvailability> {
  const [engine, plugin, standalone] = await Promise.all([
    findEngine(environment),
    firstLine('docker', ['compose', 'version', '--short'], environment),
    firstLine('docker-compose', ['version', '--short'], environment),
  ]);
  if (engine === undefined) return { kind: 'missing', because: 'no Docker engine answers' };
  if (plugin !== undefined) return { kind: 'available', command: ['docker', 'compose'], engine };
  if (standalone !== undefined) return { kind: 'available', command: ['docker-compose'], engine };
  return {
    kind: 'missing',
    because: 'Docker answers, but neither docker compose nor docker-compose is installed',
  };
}

/** The version of the Docker engine, if one answers. */
export function findEngine(environment: Environment): Promise<string | undefined> {
  return firstLine('docker', ['version', '--format', '{{.Server.Version}}'], environment);
}

async function firstLine(
  file: string,
  programArguments: readonly string[],
  environment: Environment,
): Promise<string | undefined> {
  const outcome = await runProgram(file, {
    arguments: programArguments,
    environment: { ...environment },
    timeoutMs: 10_000,
  });
  if (outcome.kind !== 'exited' || outcome.code !== 0) return undefined;
  return outcome.stdout.trim().split('\n')[0] || undefined;
}
