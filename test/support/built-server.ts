import { execFileSync } from 'node:child_process';

/** Vitest's globalSetup: the legs that talk to a running server talk to the present build. */
export default function setup(): void {
  // Where several legs run beside each other, it was built for all of them.
  if (process.env.UNDERPIN_IS_BUILT === 'true') return;
  // As it is shipped: Vitest's own NODE_ENV would put React's development code into it.
  const env = { ...process.env, NODE_ENV: 'production' };
  for (const config of ['vite.config.ts', 'vite.server.config.ts'])
    execFileSync(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'error'],
      { stdio: 'inherit', env },
    );
}
