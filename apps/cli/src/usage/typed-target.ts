import { RetortError } from '@retort/engine/state';

/**
 * The target that was typed, as an argument (as Alembic's is) or with `--to`; else the usual one.
 *
 * @throws RetortError of kind `settings` where both were typed and they are two.
 */
export function typedTarget(
  command: string,
  {
    argument,
    to,
    usual,
  }: { readonly argument: string | undefined; readonly to: string | undefined; readonly usual: string },
): string {
  if (argument !== undefined && to !== undefined && argument !== to) {
    throw new RetortError({
      what: `Two targets are given: ${argument} and ${to}.`,
      at: `retort ${command} ${argument} --to ${to}`,
      next: `Give one: retort ${command} --to ${to}`,
      kind: 'settings',
    });
  }
  return argument ?? to ?? usual;
}
