/** Whether two texts differ in no more than their line ends, which a checkout for Windows changes. */
export function isSameText(one: string, other: string): boolean {
  return one === other || withPlainEnds(one) === withPlainEnds(other);
}

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
