import type { ImportProgress, ToldImport } from '../api/import.ts';
import type { ApiError } from '../api/request.ts';
import { count } from '../language/words.ts';

/** What Undo calls an import. */
export function deedName(source: string): string {
  return `import of “${source}”`;
}

/** What an import did, as a sentence. */
export function appliedText({ source, counts, change }: ToldImport): string {
  if (change === null) return `“${source.name}” is here already, as it is: nothing was changed.`;
  const parts = [
    ...(counts.created === 0 ? [] : [`${count(counts.created, 'record')} made`]),
    ...(counts.updated === 0 ? [] : [`${count(counts.updated, 'record')} changed`]),
    ...(counts.removed === 0 ? [] : [`${count(counts.removed, 'record')} taken away`]),
  ];
  const did = parts.length === 0 ? 'it says nothing that was not here' : parts.join(', ');
  return `“${source.name}” is brought in: ${did}.`;
}

/** What is to be known beside what an import did; empty where that is all. */
export function besidesText({ counts: { problems, vanished } }: ToldImport): string {
  return [
    ...(problems === 0
      ? []
      : [`${count(problems, 'problem')}: what could not be read was left out, or read otherwise.`]),
    ...(vanished === 0
      ? []
      : [`${count(vanished, 'record')} of an earlier version stayed, which this one has not.`]),
  ].join(' ');
}

/** What Apply will do, on its button. */
export function applyText({ counts }: ToldImport): string {
  const parts = [
    ...(counts.created === 0 ? [] : [`create ${number(counts.created)}`]),
    ...(counts.updated === 0 ? [] : [`update ${number(counts.updated)}`]),
    ...(counts.removed === 0 ? [] : [`remove ${number(counts.removed)}`]),
  ];
  return parts.length === 0 ? 'Apply' : `Apply: ${parts.join(', ')}`;
}

/** How far something is, as the page says it. */
export function progressText(progress: ImportProgress | null): string {
  if (progress === null) return 'Sending…';
  const { stage, done, total } = progress;
  const word = STAGE_WORDS[stage];
  // How much there is of a large file is not known before it was read.
  if (total === null && done > 0) return `${word}: ${count(done, 'record')} so far…`;
  if (total === null || total === 0) return `${word}…`;
  return done === 0
    ? `${word}: ${count(total, STAGE_THINGS[stage])}…`
    : `${word}: ${number(done)} of ${count(total, STAGE_THINGS[stage])}…`;
}

const STAGE_WORDS = {
  reading: 'Reading the source',
  matching: 'Matching with what is here',
  planning: 'Working out what it changes',
  writing: 'Writing',
} as const;

const STAGE_THINGS = {
  reading: 'line',
  matching: 'work',
  planning: 'part',
  writing: 'change',
} as const;

/** Why a profile was neither saved nor deleted. */
export function refusedText({ code, message }: ApiError): string {
  return code === 'FORBIDDEN' ? 'Your session has ended: sign in again, then once more.' : message;
}

/** A size, as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  const kilobytes = Math.ceil(bytes / 1000);
  if (kilobytes < 1000) return `${kilobytes} kB`;
  const megabytes = bytes / 1_000_000;
  return megabytes < 1000 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1000).toFixed(1)} GB`;
}

const NUMBERS = new Intl.NumberFormat('en-GB');

/** A number as the page writes it. */
export function number(value: number): string {
  return NUMBERS.format(value);
}

/** What a server takes at one time, in bytes. */
export const LARGEST = 1024 * 1024 * 1024;
