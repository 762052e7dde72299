/** Postgres cuts a name at 63 bytes; a type that is being replaced is not there long enough to meet another. */
export function retiredName(name: string): string {
  const kept = [...name];
  while (Buffer.byteLength(kept.join('')) > 55) kept.pop();
  return `${kept.join('')}_retired`;
}
