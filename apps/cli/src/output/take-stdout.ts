/** Keeps stdout for documents: what a migration, a hook or the settings print themselves goes to stderr from now on. */
export function takeStdout(): { write(text: string): unknown } {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  return { write };
}
