import type { QualifiedName } from '../schema/qualified-name';

/** The name as people say it: without the schema where that is `public`. */
export function displayName({ schema, name }: QualifiedName): string {
  return schema === 'public' ? name : `${schema}.${name}`;
}
