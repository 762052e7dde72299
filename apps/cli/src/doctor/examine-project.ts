import { accessSync, constants, existsSync } from 'node:fs';
import { relative } from 'node:path';
import { countOf } from '@retort/engine/state';
import { type Context, loadHistory } from '../context';
import { checkTypes } from '../models/check-types';
import { loadEntities } from '../models/load-entities';
import { examine, type Finding } from './finding';

/** Can the settings, the models and the migrations be read, and may a migration be written? */
export async function examineProject(context: Context): Promise<readonly Finding[]> {
  const { project } = context;
  const folder = project.migrationsFolder;
  return [
    { name: 'node', state: 'ok', says: `Node ${process.version}` },
    { name: 'settings', state: 'ok', says: project.configPath },
    await examine('models', async () => {
      const { entities } = await loadEntities(context);
      await checkTypes(project);
      return `${countOf((Array.isArray(entities) ? entities : Object.keys(entities ?? {})).length, 'entity is', 'entities are')} registered`;
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
  ];
}
