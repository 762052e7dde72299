import { Client } from 'pg';
import { errorCode } from '../errors/error-code';
import { errorMessage } from '../errors/error-message';
import { RetortError } from '../errors/retort-error';
import { abandonConnection } from './abandon-connection';
import { connectTimeoutMs } from './connect';

/**
 * The URL with its `sslmode` as libpq means it: `pg` takes `require` for `verify-full`, and knows neither `allow` nor the
 * fall-back of `prefer`. For these two the server is asked once what it takes.
 *
 * @throws RetortError of kind `settings` where there is no such mode, or no certificate that it needs.
 * @see https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION
 */
export async function settleSslMode(url: string, setting = 'POSTGRES_URL'): Promise<string> {
  const mode = /[?&]sslmode=([^&#]*)/.exec(url)?.[1];
  if (mode === undefined || url.includes('uselibpqcompat=')) return url;
  const wrong = (what: string, next: string) =>
    new RetortError({ what, at: setting, next, kind: 'settings' });
  switch (mode) {
    case 'disable':
    case 'require':
    case 'verify-full':
      return withMode(url, mode);
    case 'no-verify':
      return url;
    case 'verify-ca':
      if (/[?&]sslrootcert=/.test(url)) return withMode(url, mode);
      throw wrong(
        `${setting} says sslmode=verify-ca, and not which authority it trusts.`,
        `Add &sslrootcert=/path/to/root.crt, or say sslmode=verify-full for the authorities that Node trusts.`,
      );
    case 'prefer':
      return withMode(url, (await refuses(withMode(url, 'require'), isWithoutSsl)) ? 'disable' : 'require');
    case 'allow':
      return withMode(url, (await refuses(withMode(url, 'disable'), isSslOnly)) ? 'require' : 'disable');
    default:
      throw wrong(
        `${setting} says sslmode=${mode}, and there is no such mode.`,
        'Say disable, allow, prefer, require, verify-ca or verify-full.',
      );
  }
}

function withMode(url: string, mode: string): string {
  return url.replace(/([?&])sslmode=[^&#]*/, `$1sslmode=${mode}&uselibpqcompat=true`);
}

/** Whatever else is wrong with the connection is told when it is made. */
async function refuses(url: string, because: (error: unknown) => boolean): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectTimeoutMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    abandonConnection(client);
    return because(error);
  }
  await client.end();
  return false;
}

function isWithoutSsl(error: unknown): boolean {
  return errorMessage(error).startsWith('The server does not support SSL connections');
}

/** invalid_authorization_specification: no line of pg_hba.conf takes a connection without SSL. PgBouncer says so in words. */
function isSslOnly(error: unknown): boolean {
  return errorCode(error) === '28000' || errorMessage(error) === 'SSL required';
}
