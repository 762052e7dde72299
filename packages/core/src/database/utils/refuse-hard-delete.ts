import { type EntitySubscriberInterface, EventSubscriber, type RemoveEvent } from 'typeorm';
import { ExplainedError } from '../../explained-error';
import { Base } from './base';

/** `remove` and `delete` of an entity that is archived. */
@EventSubscriber()
export class RefuseHardDelete implements EntitySubscriberInterface<Base> {
  listenTo() {
    return Base;
  }

  beforeRemove({ metadata }: RemoveEvent<Base>): never {
    throw new ExplainedError({
      what: `Rows of ${metadata.tableName} are archived, not deleted.`,
      at: metadata.targetName,
      next: `archive(repository, entity), or  hardDelete(repository, criteria)  where a row must go for good`,
      kind: 'refused',
    });
  }
}
