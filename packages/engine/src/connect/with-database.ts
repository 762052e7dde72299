/** The same server and settings, another database. Works on the text, since a URL with a unix socket is none for `URL`. */
export function withDatabase(url: string, database: string): string {
  const authority = /^[a-z]+:\/\/[^/?#]*/.exec(url)?.[0] ?? '';
  const settings = /[?#].*$/s.exec(url.slice(authority.length))?.[0] ?? '';
  const path = encodeURI(database).replaceAll('?', '%3F').replaceAll('#', '%23');
  return `${authority}/${path}${settings}`;
}
