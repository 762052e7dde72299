// Takes out of dist what a source made that is gone: a compiler leaves it there, and it would be packed.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  const [, made] = /^(.+)\.d\.ts$/.exec(file) ?? [];
  if (made === undefined || existsSync(join('src', `${made}.ts`))) continue;
  for (const ending of ['.d.ts', '.js', '.js.map']) rmSync(join('dist', made + ending), { force: true });
}
