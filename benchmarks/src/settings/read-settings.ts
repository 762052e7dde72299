import { BenchmarkError } from '../errors/benchmark-error';

/** Who can be compared. `typeorm-ts` is TypeORM through ts-node, as its documentation has it: minutes at 500 tables. */
const peerNames = [
  ...(['retort', 'typeorm', 'typeorm-ts', 'drizzle', 'mikro-orm', 'prisma'] as const),
  ...(['pg', 'umzug', 'node-pg-migrate'] as const),
] as const;

export type PeerName = (typeof peerNames)[number];

const rowNames = ['generate', 'migrate', 'version'] as const;

export type RowName = (typeof rowNames)[number];

/** What a run of the benchmark does. */
export interface Settings {
  readonly tables: readonly number[];
  readonly migrations: readonly number[];
  readonly rounds: number;
  readonly seed: number;
  readonly peers: ReadonlySet<PeerName>;
  readonly rows: ReadonlySet<RowName>;
  /** Leave the generated projects where they are. */
  readonly keep: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws BenchmarkError that names every setting that cannot be read. */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = [];
  const numbers = (name: string, otherwise: string): readonly number[] =>
    listOf(environment[name] ?? otherwise).map((text) => {
      const number = Number(text);
      if (!Number.isInteger(number) || number < 1) problems.push(`${name}: ${text} is no count`);
      return number;
    });
  const number = (name: string, otherwise: string): number => {
    const given = numbers(name, otherwise);
    if (given.length !== 1) problems.push(`${name}: one number is needed`);
    return given[0] ?? 1;
  };
  const names = <Name extends string>(
    variable: string,
    known: readonly Name[],
    otherwise: readonly Name[],
  ) => {
    const given = environment[variable];
    if (given === undefined) return new Set(otherwise);
    for (const text of listOf(given)) {
      if (!known.some((name) => name === text))
        problems.push(`${variable}: ${text} is none of ${known.join(', ')}`);
    }
    return new Set(known.filter((name) => listOf(given).includes(name)));
  };
  const settings: Settings = {
    tables: numbers('TABLES', '10,100'),
    migrations: numbers('MIGRATIONS', '100'),
    rounds: number('ROUNDS', '5'),
    seed: number('SEED', '1'),
    peers: names(
      'PEERS',
      peerNames,
      peerNames.filter((name) => name !== 'typeorm-ts'),
    ),
    rows: names('ROWS', rowNames, rowNames),
    keep: !['', '0', undefined].includes(environment.KEEP),
  };
  if (problems.length === 0) return settings;
  throw new BenchmarkError({
    what: `The settings are wrong: ${problems.join('; ')}.`,
    at: 'the environment',
    next: 'TABLES=10,100,500,1000 MIGRATIONS=100,1000 ROUNDS=5 make bench',
  });
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
