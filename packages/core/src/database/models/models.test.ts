import { createTestDataSource, type TestDataSource } from '../../../test/test-data-source';

let test: TestDataSource;

beforeAll(async () => {
  test = await createTestDataSource();
});

afterAll(() => test.remove());

it('are what the migrations make', async () => {
  const { upQueries } = await test.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
