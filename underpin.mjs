#!/usr/bin/env node
// The `underpin` command: runs the last build, or says how to make one.
import { existsSync } from 'node:fs';

// GraphQL checks itself at every step unless it is told that this is no development.
process.env.NODE_ENV ??= 'production';

const program = new URL('./dist/server/cli.js', import.meta.url);
if (existsSync(program)) {
  const { main } = await import(program.href);
  await main(process.argv.slice(2));
} else {
  process.stderr.write('There is no build yet: run `npm run build` (or `npm start`) first.\n');
  process.exitCode = 1;
}
