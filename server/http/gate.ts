import type { IncomingHttpHeaders } from 'node:http';
import type { Curator } from '../graphql/context.ts';
import { hostRefusal, isSafe, originRefusal, type Asked, type Served } from './access.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { isSameSecret, SecretKeeper, type MakeSecret } from './secrets.ts';

const HOUR = 3600_000;
const CODE_LIFETIME = 24 * HOUR;
const SESSION_LIFETIME = 30 * 24 * HOUR;
const MOST_CODES = 100;
const MOST_SESSIONS = 1000;

/** A curator who gave no name. */
const CURATOR: Curator = { name: 'Curator' };

export const WRONG_TOKEN =
  'This is not the curator’s token: it is UNDERPIN_TOKEN of the server, or stands in the file “token” of its data folder.';

export interface GateOptions {
  /** The address that is listened on, as HOST says it. */
  readonly host: string;
  /** The public address behind a proxy. */
  readonly origin: string | null;
  /** Whoever shows it is a curator. */
  readonly token: string;
  readonly now: () => number;
  readonly makeSecret: MakeSecret;
}

/** A request, as far as it decides who asks. */
export interface Knock {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The port that it came in by. */
  readonly port: number;
}

export interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

/** Who may ask what: the token, the links that sign in once, and the sessions of browsers. */
export class Gate {
  readonly #options: GateOptions;
  readonly #codes: SecretKeeper<Curator>;
  readonly #sessions: SecretKeeper<Curator>;

  constructor(options: GateOptions) {
    const { now, makeSecret } = options;
    this.#options = options;
    this.#codes = new SecretKeeper({ lifetime: CODE_LIFETIME, most: MOST_CODES, now, makeSecret });
    this.#sessions = new SecretKeeper({
      lifetime: SESSION_LIFETIME,
      most: MOST_SESSIONS,
      now,
      makeSecret,
    });
  }

  /** An address that signs a browser in, once. It holds no more than a code for that. */
  makeLink(address: string): string {
    return `${this.#options.origin ?? address}/sign-in?code=${this.#codes.give(CURATOR)}`;
  }

  /** Why a request is refused whoever asks, before anything else looks at it; null where it is not. */
  refusal(knock: Knock, { anyHost }: { readonly anyHost: boolean }): Refusal | null {
    const asked = askedBy(knock);
    const served = this.#servedBy(knock);
    const forged = (anyHost ? null : hostRefusal(asked, served)) ?? originRefusal(asked, served);
    if (forged !== null) return { status: 403, message: forged };
    const bearer = bearerOf(knock);
    if (bearer !== null && !this.#isToken(bearer))
      return {
        status: 401,
        message: WRONG_TOKEN,
      };
    if (
      bearer === null &&
      this.#session(knock) !== null &&
      !isSafe(knock.method) &&
      asked.origin === undefined
    )
      return {
        status: 403,
        message:
          'A request by cookie says which page it comes from: send the header Origin, or the token instead of the cookie.',
      };
    return null;
  }

  /** The curator who asks; null for a reader. */
  curatorOf(knock: Knock): Curator | null {
    const bearer = bearerOf(knock);
    if (bearer !== null) return this.#isToken(bearer) ? CURATOR : null;
    const session = this.#session(knock);
    return session === null ? null : this.#sessions.find(session);
  }

  /** Whether the token itself was shown, and not a session that came of it. */
  showsToken(knock: Knock): boolean {
    const bearer = bearerOf(knock);
    return bearer !== null && this.#isToken(bearer);
  }

  /** A cookie for whoever brings a code that is still good; null else. */
  signInByCode(knock: Knock, code: string): string | null {
    const curator = this.#codes.take(code);
    return curator === null ? null : this.#startSession(knock, curator);
  }

  /** A cookie for whoever brings the token; null else. */
  signInByToken(knock: Knock, token: string, name: string | null): string | null {
    if (!this.#isToken(token)) return null;
    return this.#startSession(knock, name === null ? CURATOR : { name });
  }

  /** Ends the session of a request, and gives the cookie that takes its own away. */
  signOut(knock: Knock): string {
    const session = this.#session(knock);
    if (session !== null) this.#sessions.take(session);
    return this.#cookie(knock, '', 0);
  }

  #startSession(knock: Knock, curator: Curator): string {
    return this.#cookie(knock, this.#sessions.give(curator), SESSION_LIFETIME / 1000);
  }

  #cookie(knock: Knock, value: string, maxAge: number): string {
    const secure = this.#options.origin?.startsWith('https:') ?? false;
    return writeCookie(cookieName(knock), value, { maxAge, secure });
  }

  #session(knock: Knock): string | null {
    return readCookie(knock.headers.cookie, cookieName(knock));
  }

  #isToken(token: string): boolean {
    return isSameSecret(token, this.#options.token);
  }

  #servedBy({ port }: Knock): Served {
    const { host, origin } = this.#options;
    return { host, port, origin };
  }
}

/** Browsers share the cookies of one host between its ports: the port tells the servers apart. */
function cookieName({ port }: Knock): string {
  return `underpin-session-${port}`;
}

/** The token that a request shows, if only an empty one; null where it shows none. */
function bearerOf({ headers }: Knock): string | null {
  const [scheme = '', ...rest] = headers.authorization?.trim().split(/ +/) ?? [];
  return scheme.toLowerCase() === 'bearer' ? rest.join(' ') : null;
}

function askedBy({ method, headers }: Knock): Asked {
  const fetchSite = headers['sec-fetch-site'];
  return {
    method,
    host: headers.host,
    origin: headers.origin,
    fetchSite: Array.isArray(fetchSite) ? fetchSite.join() : fetchSite,
  };
}
