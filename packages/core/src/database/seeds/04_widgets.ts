import { Organization, Tag, User, Widget, WidgetStatus } from '../models';
import { findSeeded } from './find-seeded';
import { putRows } from './put-rows';
import type { Seed } from './seed';

/** A widget's name may be given twice, so these are known by their ids. */
const sprocket = '01900000-0000-7000-8000-000000000001';
const gear = '01900000-0000-7000-8000-000000000002';

export const widgets: Seed = {
  name: '04_widgets',
  environments: ['development', 'test'],
  async run(manager) {
    const { id: organizationId } = await findSeeded(manager, Organization, { slug: 'house' });
    const { id: ownerId } = await findSeeded(manager, User, { email: 'ada@example.com' });
    const belongs = { organizationId, ownerId };
    const tags = await putRows(manager, Tag, {
      by: ['organizationId', 'name'],
      rows: [
        { organizationId, name: 'new' },
        { organizationId, name: 'steel' },
      ],
    });
    const widgetRows = await putRows(manager, Widget, {
      by: ['id'],
      rows: [
        {
          ...belongs,
          id: sprocket,
          widgetName: 'Sprocket',
          status: WidgetStatus.ACTIVE,
          price: '19.90',
          settings: { color: 'red', size: { widthMm: 40, heightMm: 40 } },
        },
        {
          ...belongs,
          id: gear,
          widgetName: 'Gear',
          status: WidgetStatus.DRAFT,
          price: '7.50',
          settings: { labels: { teeth: '24' } },
        },
      ],
    });
    const steel = await findSeeded(manager, Tag, { organizationId, name: 'steel' });
    const widgetTags = await putRows<{ widget_id: string; tag_id: string }>(manager, 'widget_tags', {
      by: ['widget_id', 'tag_id'],
      rows: [sprocket, gear].map((widget) => ({ widget_id: widget, tag_id: steel.id })),
    });
    return [tags, widgetRows, widgetTags];
  },
};
