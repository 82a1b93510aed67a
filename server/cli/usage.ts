import { parseArgs } from 'node:util';

/** A command that was wrongly called. */
export class UsageError extends Error {}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** @throws UsageError where the words of a command cannot be understood. */
export function parse<Given extends Options & object>(
  words: readonly string[],
  options: Given,
  files: 'files' | 'no files',
): ReturnType<typeof parseArgs<{ options: Given; allowPositionals: boolean }>> {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: files === 'files' });
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split('. ')[0] ?? 'That was not understood'}.`,
    );
  }
}
