import { readFileSync, writeFileSync } from 'node:fs';
import { filters, openEngine } from './prisma-engine.mjs';

// node prisma-diff.mjs empty|database SCHEMA OUTPUT: what `prisma migrate diff --script` does.
const [from, schemaPath, outputPath] = process.argv.slice(2);
const content = readFileSync(schemaPath, 'utf8');
const files = [{ path: schemaPath, content }];
const engine = await openEngine([[schemaPath, content]]);
const { stdout } = await engine.diff({
  from: from === 'empty' ? { tag: 'empty' } : { tag: 'schemaDatasource', files, configDir: '.' },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  exitCode: null,
  filters,
});
writeFileSync(outputPath, stdout);
// The engine keeps a connection for ten seconds more; that is not what is compared.
process.exit();
