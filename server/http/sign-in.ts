import type { FastifyInstance } from 'fastify';
import { UnderpinError } from '../domain/errors.ts';
import { answerError } from './errors.ts';
import { WRONG_TOKEN, type Gate } from './gate.ts';
import { knockOf } from './guard.ts';

const LONGEST_NAME = 80;

const NO_STORE = { 'cache-control': 'no-store' };

/** The ways to become a curator in a browser, and to stop being one. */
export function addSignIn(app: FastifyInstance, gate: Gate): void {
  app.get<{ Querystring: { code?: unknown } }>(
    '/sign-in',
    // Asking for the head alone must not use a link up.
    { exposeHeadRoute: false },
    (request, reply) => {
      const { code } = request.query;
      const cookie = typeof code === 'string' ? gate.signInByCode(knockOf(request), code) : null;
      void reply.headers(NO_STORE);
      if (cookie !== null) return reply.header('set-cookie', cookie).redirect('/', 303);
      if (request.headers.accept?.includes('text/html') === true)
        return reply.code(403).type('text/html; charset=utf-8').send(USED_UP_PAGE);
      return answerError(reply, 403, USED_UP);
    },
  );

  app.post('/sign-in', (request, reply) => {
    void reply.headers(NO_STORE);
    // A session does not make further sessions, which would outlive it.
    if (!gate.showsToken(knockOf(request))) return answerError(reply, 403, FOR_THE_TOKEN);
    return reply.code(201).send({ link: gate.makeLink(`http://${request.headers.host}`) });
  });

  app.post('/session', (request, reply) => {
    void reply.headers(NO_STORE);
    const { token, name } = readCredentials(request.body);
    const cookie = gate.signInByToken(knockOf(request), token, name);
    if (cookie === null) return answerError(reply, 401, WRONG_TOKEN);
    return reply.header('set-cookie', cookie).code(204).send();
  });

  app.delete('/session', (request, reply) =>
    reply
      .headers({ ...NO_STORE, 'set-cookie': gate.signOut(knockOf(request)) })
      .code(204)
      .send(),
  );
}

/** @throws INVALID where the body is anything but a token and, perhaps, a name. */
function readCredentials(body: unknown): { token: string; name: string | null } {
  const { token, name = null } = (body ?? {}) as { token?: unknown; name?: unknown };
  if (typeof token !== 'string')
    throw new UnderpinError('INVALID', 'Send {"token": …}, and with it a “name” if you like.');
  if (name === null) return { token: token.trim(), name };
  const said = typeof name === 'string' ? name.trim() : '';
  if (said === '' || said.length > LONGEST_NAME || /\p{Cc}/u.test(said))
    throw new UnderpinError(
      'INVALID',
      `“name” should be one line of at most ${LONGEST_NAME} characters.`,
    );
  return { token: token.trim(), name: said };
}

const FOR_THE_TOKEN =
  'A new link is for who has the curator’s token: send the header “Authorization: Bearer TOKEN”.';

const USED_UP =
  'This link does not sign in, or not any more: it works once, and for a day. `npx underpin sign-in` prints a new one.';

const USED_UP_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Not signed in – Underpin</title>
    <link rel="icon" href="/assets/icon.svg" />
  </head>
  <body>
    <main>
      <h1>This link does not sign in any more</h1>
      <p>It works once, and for a day. To have a new one, run this where Underpin is served:</p>
      <pre><code>npx underpin sign-in</code></pre>
      <p>Or <a href="/">open Underpin</a> and sign in with the curator’s token.</p>
    </main>
  </body>
</html>
`;
