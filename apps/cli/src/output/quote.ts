/** A value as a shell is given it. */
export function quote(value: string): string {
  return /^[\w.,:=/+-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
