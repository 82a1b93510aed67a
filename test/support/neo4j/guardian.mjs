// node guardian.mjs FOLDER: see guard-folder.ts. Each line of stdin is the process to kill, 0 for none.
// The pipe closes however the process at its other end dies, by SIGKILL too, which no exit handler sees.
import { rmSync } from 'node:fs';

let processId = 0;
process.stdin.setEncoding('utf8');
process.stdin.on('data', (text) => {
  processId = Number(text.trim().split('\n').at(-1));
});
process.stdin.on('end', () => {
  try {
    if (processId > 0) process.kill(processId, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
  rmSync(process.argv[2], { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});
