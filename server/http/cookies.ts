/** What a cookie is to be like, beside its name and value. */
export interface CookieOptions {
  /** How long the browser keeps it, in seconds; 0 takes it away. */
  readonly maxAge: number;
  /** Whether it is sent over https alone. */
  readonly secure: boolean;
}

/**
 * A cookie that scripts cannot read and that no other site's page can have sent.
 * @param value letters, digits, - and _ alone.
 */
export function writeCookie(
  name: string,
  value: string,
  { maxAge, secure }: CookieOptions,
): string {
  const attributes = ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${maxAge}`];
  return [`${name}=${value}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}

/** The value of a cookie in the header of a request; null where it is not there. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const cookie of header?.split(';') ?? []) {
    const [key, value] = cookie.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}
