import type { EntityMetadata } from 'typeorm';

/** TypeORM sorts by comparing pairs, which orders no chain; this puts every view behind those it says to depend on. */
export function sortViews(views: readonly EntityMetadata[]): EntityMetadata[] {
  const sorted = new Set<EntityMetadata>();
  const visiting = new Set<EntityMetadata>();
  const visit = (view: EntityMetadata) => {
    if (sorted.has(view) || visiting.has(view)) {
      return;
    }
    visiting.add(view);
    views
      .filter((other) => view.dependsOn?.has(other.target) || view.dependsOn?.has(other.name))
      .forEach(visit);
    sorted.add(view);
  };
  views.forEach(visit);
  return [...sorted];
}
