import { type DataSource, getMetadataArgsStorage } from 'typeorm';

/** What is listed as an entity, has columns, and is neither one nor part of one: TypeORM makes nothing of it, and says nothing. */
export function forgottenEntities({ options, entityMetadatas }: DataSource): readonly string[] {
  const { columns, embeddeds } = getMetadataArgsStorage();
  const isPart = (listed: object) =>
    entityMetadatas.some(({ inheritanceTree }) => inheritanceTree.some((each) => each === listed)) ||
    embeddeds.some(({ type }) => type() === listed);
  return Object.values(options.entities ?? {}).flatMap((listed) =>
    typeof listed === 'function' && columns.some(({ target }) => target === listed) && !isPart(listed)
      ? [`The class ${listed.name} has columns and no @Entity(): no table is made of it.`]
      : [],
  );
}
