// `npm start`: builds where the sources are newer than the last build, then serves.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const sources = ['client', 'server', 'cypher', 'seed/graph.schema.json', 'package-lock.json'];
const built = ['dist/server/cli.js', 'dist/client/index.html'];

if (isStale()) {
  const vite = fileURLToPath(new URL('node_modules/vite/bin/vite.js', root));
  if (!existsSync(vite)) {
    process.stderr.write('The build needs the development packages: run `npm ci` first.\n');
    process.exit(1);
  }
  process.stdout.write('Building, once…\n');
  for (const config of ['vite.config.ts', 'vite.server.config.ts'])
    execFileSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
      cwd: fileURLToPath(root),
      stdio: 'inherit',
    });
}
process.argv.splice(2, Infinity, 'serve');
await import(new URL('underpin.mjs', root).href);

function isStale() {
  const files = built.map((path) => new URL(path, root));
  if (!files.every((file) => existsSync(file))) return true;
  const oldestBuilt = Math.min(...files.map((file) => statSync(file).mtimeMs));
  return sources.some((path) => newest(fileURLToPath(new URL(path, root))) > oldestBuilt);
}

function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
