import { errorOf, send } from './request.ts';

/** Signs this browser in as curator. Raises ApiError FORBIDDEN where the token is wrong. */
export async function signIn(token: string, name: string): Promise<void> {
  const response = await send('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...(name === '' ? {} : { name }) }),
  });
  if (!response.ok) throw await errorOf(response);
}

/** Makes this browser a reader's again. */
export async function signOut(): Promise<void> {
  const response = await send('/session', { method: 'DELETE' });
  if (!response.ok) throw await errorOf(response);
}
