import { isIP } from 'node:net';

/** Where this server is reached. */
export interface Served {
  /** The address that it listens on, as HOST says it. */
  readonly host: string;
  readonly port: number;
  /** The public address behind a proxy. */
  readonly origin: string | null;
}

/** What a request says of where it goes and where it comes from. */
export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The header Sec-Fetch-Site, which no page can set. */
  readonly fetchSite: string | undefined;
}

/** Methods by which nothing is written. */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isSafe(method: string): boolean {
  return SAFE_METHODS.has(method);
}

/** Whether only this machine reaches what listens on a host. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|(?:0*:)+0*1)$/i.test(unbracketed(host));
}

/** Names of this machine for itself, which no name server can give to another. */
const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request is refused for its Host: a page whose name was bound to this
 * machine's address would else read and write as if it were ours.
 * @returns null where it is not.
 */
export function hostRefusal({ host }: Asked, served: Served): string | null {
  if (host !== undefined && isOwnHost(host.toLowerCase(), served)) return null;
  return 'This server is not known by the host that was asked: where a proxy or a name of yours leads here, set UNDERPIN_ORIGIN to its address.';
}

function isOwnHost(asked: string, { host, port, origin }: Served): boolean {
  if (origin !== null && hostsOf(new URL(origin)).includes(asked)) return true;
  const [, name, given = '80'] = /^(\[[\da-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(asked) ?? [];
  if (name === undefined || Number(given) !== port) return false;
  if (OWN_NAMES.has(name) || unbracketed(name) === unbracketed(host.toLowerCase())) return true;
  // To the world a server has more addresses than it knows of; but no name that anyone may give it.
  return !isLoopback(host) && isIP(unbracketed(name)) !== 0;
}

/** How the host of an address may be written: the port of the scheme may be left out. */
function hostsOf({ protocol, host, port }: URL): string[] {
  return port === '' ? [host, `${host}:${protocol === 'https:' ? 443 : 80}`] : [host];
}

function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

/**
 * Why a request that may write is refused for the page that it comes from: only
 * a page of this very server may write, to the scheme, the host and the port.
 * Call it once the Host is known to be our own.
 * @returns null where it is not.
 */
export function originRefusal(
  { method, host, origin, fetchSite }: Asked,
  served: Served,
): string | null {
  if (isSafe(method)) return null;
  const isOwn =
    origin === undefined || ownOrigins(host?.toLowerCase() ?? '', served).includes(origin);
  if (isOwn && (fetchSite === undefined || fetchSite === 'same-origin')) return null;
  return 'Only this server’s own pages may ask this: where a proxy leads here, set UNDERPIN_ORIGIN to the address that its readers see.';
}

/** The public address; and, unless the Host is that one's, the address that was asked. */
function ownOrigins(host: string, { origin }: Served): string[] {
  if (origin === null) return [`http://${host}`];
  return hostsOf(new URL(origin)).includes(host) ? [origin] : [origin, `http://${host}`];
}
