import type { Answers, ConsentKind } from '../../answers/answers';
import type { ResolvedRename } from '../../answers/resolved-rename';
import { same } from '../../schema/same';

/** What is said of the thing besides, and cannot be together with its new name. */
export function contradictingAnswer(
  rename: ResolvedRename,
  { consents, labels }: Pick<Answers, 'consents' | 'labels'>,
  defaultSchema: string,
): string | null {
  const names = namesOf(rename);
  const isIt = (path: readonly string[]) =>
    same(path.length < names.length ? [defaultSchema, ...path] : path, names);
  const drop: ConsentKind = `drop-${rename.kind}`;
  const dropped = consents.find(({ kind, path }) => kind === drop && isIt(path));
  if (dropped !== undefined) return `it would be dropped, by '${dropped.text}': leave one of the two out`;
  if (rename.kind !== 'label') return null;
  const mapped = labels.find(({ path, to }) => to !== rename.to && isIt(path));
  return mapped === undefined
    ? null
    : `its rows would get another label, by '${mapped.text}': leave one of the two out`;
}

function namesOf(rename: ResolvedRename): readonly string[] {
  if (rename.kind === 'schema') return [rename.from];
  return 'of' in rename
    ? [rename.of.schema, rename.of.name, rename.from]
    : [rename.from.schema, rename.from.name];
}
