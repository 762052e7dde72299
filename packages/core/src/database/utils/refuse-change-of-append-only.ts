import {
  type DataSource,
  type EntityMetadata,
  type EntitySubscriberInterface,
  EventSubscriber,
} from 'typeorm';
import { ExplainedError } from '../../explained-error';
import { AppendOnly } from './append-only';

/** `save` of a changed entity, `update`, `upsert`, `remove` and `delete` of rows that are written once. */
@EventSubscriber()
export class RefuseChangeOfAppendOnly implements EntitySubscriberInterface<AppendOnly> {
  listenTo() {
    return AppendOnly;
  }

  beforeUpdate({ metadata }: Change): never {
    return refuse(metadata, 'changed');
  }

  beforeRemove({ metadata }: Change): never {
    return refuse(metadata, 'deleted');
  }

  /** Of an upsert TypeORM tells subscribers no more than of an insert, but for its text. */
  beforeQuery({ query, dataSource }: { readonly query: string; readonly dataSource: DataSource }): void {
    if (!query.startsWith('INSERT INTO ') || !query.includes(' DO UPDATE SET ')) {
      return;
    }
    const metadata = dataSource.entityMetadatas.find(
      (candidate) => isAppendOnly(candidate) && query.startsWith(`INSERT INTO ${tableOf(candidate)}`),
    );
    if (metadata !== undefined) {
      refuse(metadata, 'changed');
    }
  }
}

type Change = { readonly metadata: EntityMetadata };

function isAppendOnly({ target }: EntityMetadata): boolean {
  return typeof target === 'function' && target.prototype instanceof AppendOnly;
}

function tableOf({ tablePath, dataSource }: EntityMetadata): string {
  return tablePath
    .split('.')
    .map((part) => dataSource.driver.escape(part))
    .join('.');
}

function refuse(metadata: EntityMetadata, change: 'changed' | 'deleted'): never {
  throw new ExplainedError({
    what: `Rows of ${metadata.tableName} are written once, and this one would be ${change}.`,
    at: metadata.targetName,
    next: `Insert another ${metadata.targetName} that says what is so now`,
    kind: 'refused',
  });
}
