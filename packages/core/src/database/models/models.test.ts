import type { DataSource } from 'typeorm';
import { createTestDataSource, type TestDataSource } from '../../../test/test-data-source';
import { Event, Organization, Tag, User, Widget } from '.';

let test: TestDataSource;
let dataSource: DataSource;

beforeAll(async () => {
  test = await createTestDataSource();
  dataSource = test.dataSource;
});

afterAll(() => test.remove());

it('a widget is saved and found with its owner, organization and tags', async () => {
  const { manager } = dataSource;
  const organization = await manager.save(Organization, { name: 'Acme', slug: 'acme' });
  const owner = await manager.save(User, { email: 'owner@acme.example' });
  const tags = await manager.save(Tag, [
    { name: 'red', organization },
    { name: 'round', organizationId: organization.id },
  ]);
  const saved = await manager.save(Widget, {
    widgetName: 'Sprocket',
    price: '19.90',
    settings: { color: 'red', size: { widthMm: 3, heightMm: 4 } },
    organization,
    owner,
    tags,
  });
  const widget = await manager.findOneOrFail(Widget, {
    where: { id: saved.id },
    relations: { owner: true, organization: true, tags: true },
  });
  expect(widget).toMatchObject({
    widgetName: 'Sprocket',
    status: 'draft',
    price: '19.90',
    settings: { color: 'red', size: { widthMm: 3, heightMm: 4 } },
    ownerId: owner.id,
    owner: { email: 'owner@acme.example' },
    organization: { slug: 'acme' },
  });
  expect(widget.tags.map(({ name }) => name).sort()).toEqual(['red', 'round']);

  await manager.save(Widget, { id: widget.id, tags: tags.slice(0, 1) });
  const [tag] = await manager.find(Tag, { where: { name: 'round' }, relations: { widgets: true } });
  expect(tag?.widgets).toEqual([]);
  await expect(manager.update(Widget, widget.id, { price: '-1' })).rejects.toThrow(/ck_widgets_price/);
});

it('events stay as they were written', async () => {
  const { manager } = dataSource;
  const organization = await manager.save(Organization, { name: 'History', slug: 'history' });
  const events = manager.getRepository(Event);
  const event = await events.save(
    events.create({ name: 'founded', organizationId: organization.id, payload: { by: 'Ada' } }),
  );
  expect(event).toMatchObject({ actorId: null, payload: { by: 'Ada' } });

  const refusal = {
    message: 'Rows of events are written once, and this one would be changed.',
    at: 'Event',
    next: 'Insert another Event that says what is so now',
    kind: 'refused',
  };
  await expect(events.update(event.id, { name: 'x' })).rejects.toMatchObject(refusal);
  await expect(events.createQueryBuilder().update().set({ name: 'x' }).execute()).rejects.toMatchObject(
    refusal,
  );
  const deleted = {
    ...refusal,
    message: 'Rows of events are written once, and this one would be deleted.',
  };
  await expect(events.delete(event.id)).rejects.toMatchObject(deleted);
  await expect(events.remove({ ...event })).rejects.toMatchObject(deleted);
  await expect(events.softDelete(event.id)).rejects.toThrow(/delete date column/i);

  await expect(events.save({ id: event.id, name: 'x' })).rejects.toMatchObject(refusal);
  await expect(events.upsert({ ...event, name: 'x' }, ['id'])).rejects.toMatchObject(refusal);
  await events.save({ ...event });
  await events
    .createQueryBuilder()
    .insert()
    .values({ ...event, name: 'x' })
    .orIgnore()
    .execute();
  expect(await events.find()).toEqual([event]);
});
