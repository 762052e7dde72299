import 'reflect-metadata';
import { migrations } from '@retort/migrations';
import { createTemplateDatabase, startTestServer, type TestServer } from '@retort/services/testing';
import { DataSource } from 'typeorm';
import { migratedTemplate } from './test-data-source';

declare global {
  var retortCoreTestServer: TestServer | undefined;
}

export default async function startServer(): Promise<void> {
  const server = await startTestServer();
  globalThis.retortCoreTestServer = server;
  await createTemplateDatabase(server.url, migratedTemplate, async (url) => {
    const dataSource = await new DataSource({ type: 'postgres', url, migrations }).initialize();
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.destroy();
  });
}
