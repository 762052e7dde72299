import { type DataSource, getMetadataArgsStorage } from 'typeorm';

/** What is listed as an entity, has columns, and is neither one nor part of one: TypeORM makes nothing of it, and says nothing. */
export function forgottenEntities({ options, entityMetadatas }: DataSource): readonly string[] {
  const { columns, embeddeds } = getMetadataArgsStorage();
  const withColumns = new Set<unknown>(columns.map(({ target }) => target));
  const entities = new Set<unknown>(entityMetadatas.flatMap(({ inheritanceTree }) => inheritanceTree));
  return Object.values(options.entities ?? {}).flatMap((listed) =>
    typeof listed === 'function' &&
    withColumns.has(listed) &&
    !entities.has(listed) &&
    !embeddeds.some(({ type }) => type() === listed)
      ? [`The class ${listed.name} has columns and no @Entity(): no table is made of it.`]
      : [],
  );
}
