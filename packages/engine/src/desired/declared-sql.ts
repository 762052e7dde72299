/** SQL that says what TypeORM cannot, run after the entities. A path makes errors say where. */
export type DeclaredSql = string | { readonly path: string; readonly text: string };

export function declaredText(declared: DeclaredSql): string {
  return typeof declared === 'string' ? declared : declared.text;
}

export function declaredPath(declared: DeclaredSql): string {
  return typeof declared === 'string' ? 'the declared SQL' : declared.path;
}
