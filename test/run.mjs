// `npm test`: every leg, and at the end what was run and what was not. With CI=true a leg
// that cannot be run fails.
import { execSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { findChromium } from './support/chromium.mjs';

const isCi = process.env.CI === 'true';
const missing = [];
const totals = { passed: 0, failed: 0, skipped: 0 };
let failed = false;

mkdirSync('test-results', { recursive: true });
await run('unit');
await run('random');
// The legs that talk to a running server share one build, so that none builds it under another.
execSync('npm run build --silent', {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
// The one waits for databases most of its time, the others for servers and for the page.
await Promise.all([run('contract'), runAfterEachOther('http', 'browser')]);

for (const sentence of missing) process.stdout.write(`${sentence}\n`);
if (isCi && missing.length > 0) failed = true;
process.stdout.write(
  `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`,
);
process.exitCode = failed ? 1 : 0;

async function runAfterEachOther(...legs) {
  for (const leg of legs) await run(leg);
}

async function run(leg) {
  if (leg === 'browser' && findChromium() === null) {
    missing.push(
      'The browser leg was skipped: install Chromium or Chrome (on Debian: apt-get install chromium), or name one in CHROMIUM_PATH.',
    );
    return;
  }
  const report = `test-results/${leg}.json`;
  const child = spawn(
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
    { stdio: 'inherit', env: { ...process.env, UNDERPIN_IS_BUILT: 'true' } },
  );
  const status = await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  failed ||= status !== 0;
  count(report);
}

function count(report) {
  if (!existsSync(report)) return;
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  totals.skipped += numPendingTests;
}
