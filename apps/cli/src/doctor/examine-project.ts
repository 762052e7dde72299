import { accessSync, constants, existsSync } from 'node:fs';
import { relative } from 'node:path';
import { countOf } from '@retort/engine/state';
import { type Context, loadHistory } from '../context';
import { checkTypes } from '../models/check-types';
import { loadEntities } from '../models/load-entities';
import { examineDisk } from './examine-disk';
import { examine, type Finding } from './finding';

/** Can the settings, the models and the migrations be read, and may a migration be written, and is there room? */
export async function examineProject(context: Context): Promise<readonly Finding[]> {
  const { project } = context;
  const folder = project.migrationsFolder;
  return [
    { name: 'node', state: 'ok', says: `Node ${process.version}` },
    { name: 'settings', state: 'ok', says: project.configPath },
    await examine('models', async () => {
      const { entities } = await loadEntities(context);
      await checkTypes(project);
      return describeEntities(Array.isArray(entities) ? entities : Object.values(entities ?? {}));
    }),
    await examine('migrations', async () => {
      const { migrations } = await loadHistory(context);
      return `${countOf(migrations.length, 'migration')} in ${relative(project.root, folder)}`;
    }),
    await examine('writing', async () => {
      if (!existsSync(folder)) return `${relative(project.root, folder)} will be made`;
      accessSync(folder, constants.W_OK);
      return `${relative(project.root, folder)} may be written`;
    }),
    ...(await examineDisk(project)),
  ];
}

/** A glob is not looked into: which of the files that it finds hold entities, TypeORM says when it loads them. */
function describeEntities(entities: readonly unknown[]): string {
  const globs = entities.filter((entity) => typeof entity === 'string');
  const listed = entities.length - globs.length;
  const parts = [
    ...(listed > 0 || globs.length === 0
      ? [`${countOf(listed, 'entity is', 'entities are')} registered`]
      : []),
    ...(globs.length > 0 ? [`found by ${globs.join(', ')}`] : []),
  ];
  return parts.join(', others ');
}
