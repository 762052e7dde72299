import { type EntityMetadata, type EntitySubscriberInterface, EventSubscriber } from 'typeorm';
import { ExplainedError } from '../../explained-error';
import { AppendOnly } from './append-only';

/** `save` of a changed entity, `update`, `remove` and `delete` of rows that are written once. */
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
}

type Change = { readonly metadata: EntityMetadata };

function refuse(metadata: EntityMetadata, change: 'changed' | 'deleted'): never {
  throw new ExplainedError({
    what: `Rows of ${metadata.tableName} are written once, and this one would be ${change}.`,
    at: metadata.targetName,
    next: `Insert another ${metadata.targetName} that says what is so now`,
    kind: 'refused',
  });
}
