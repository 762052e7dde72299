import { getMetadataArgsStorage } from 'typeorm';
import { ExplainedError } from '../../explained-error';
import { stringEnumProperties } from './string-enum';

/**
 * TypeORM builds no checks for the columns of an embedded class, so a `StringEnum` there would be plain text to the
 * database. Nothing says so while the class is declared; it is seen once the entities are together.
 */
export function refuseEmbeddedStringEnums(entities: readonly Class[]): void {
  for (const entity of entities) {
    refuseIn(entity, entity.name);
  }
}

// biome-ignore lint/complexity/noBannedTypes: what TypeORM calls the target of a decorator
type Class = Function;

function refuseIn(owner: Class, path: string): void {
  for (const embedded of getMetadataArgsStorage().filterEmbeddeds([...ancestry(owner)])) {
    const embeddedPath = `${path}.${embedded.propertyName}`;
    const embeddedClass = embedded.type();
    if (typeof embeddedClass !== 'function') {
      continue;
    }
    for (const declaring of ancestry(embeddedClass)) {
      for (const property of stringEnumProperties(declaring)) {
        throw new ExplainedError({
          what: `A StringEnum is in the embedded class ${embeddedClass.name}, for which TypeORM makes no check.`,
          at: `${embeddedPath}.${property}`,
          next: `Move ${property} to the entity ${path.split('.')[0]}, or make it  @Column({ type: 'text' })  with a  @Check  on the entity`,
        });
      }
    }
    refuseIn(embeddedClass, embeddedPath);
  }
}

function* ancestry(derived: Class): Generator<Class> {
  for (let current = derived; typeof current === 'function' && current.name !== ''; ) {
    yield current;
    current = Object.getPrototypeOf(current);
  }
}
