/**
 * What a server of ours sees of our environment. Not PGDATA, PGPORT or a locale that this machine may not have; and
 * not the libraries of the program that started us.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    ...(process.env.TMPDIR ? { TMPDIR: process.env.TMPDIR } : {}),
  };
}
