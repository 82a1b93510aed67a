import { userInfo } from 'node:os';
import { join } from 'node:path';
import { runCli } from './cli.ts';

/** Runs the command line of this process and sets its exit status. */
export async function main(words: readonly string[]): Promise<void> {
  process.exitCode = await runCli(words, {
    environment: process.env,
    // From where the built program lies in the project.
    root: join(import.meta.dirname, '../..'),
    user: userInfo().username,
    say: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    show: process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001B[K${text}`) : null,
    untilAskedToEnd: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
      }),
  });
}
