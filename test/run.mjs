// `npm test`: every leg, one after the other, and at the end what was run and what was not.
// With CI=true a leg that cannot be run fails.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { findChromium } from './support/chromium.mjs';

const isCi = process.env.CI === 'true';
const legs = ['unit', 'random', 'contract', 'http', 'browser'];
const missing = [];
const totals = { passed: 0, failed: 0, skipped: 0 };
let failed = false;

mkdirSync('test-results', { recursive: true });
for (const leg of legs) {
  if (leg === 'browser' && findChromium() === null) {
    missing.push(
      'The browser leg was skipped: install Chromium or Chrome (on Debian: apt-get install chromium), or name one in CHROMIUM_PATH.',
    );
    continue;
  }
  const report = `test-results/${leg}.json`;
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      leg,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  failed ||= status !== 0;
  count(report);
}

for (const sentence of missing) process.stdout.write(`${sentence}\n`);
if (isCi && missing.length > 0) failed = true;
process.stdout.write(
  `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`,
);
process.exitCode = failed ? 1 : 0;

function count(report) {
  if (!existsSync(report)) return;
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  totals.skipped += numPendingTests;
}
