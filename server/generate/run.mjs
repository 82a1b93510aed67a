// Writes the generated files, or with --check says which are stale.
// Vite runs the TypeScript, as Node 20 strips no types.
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./write.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
process.exitCode = await module.writeGeneratedFiles(process.argv.includes('--check'));
