import { defineConfig } from 'vite';

/** The server: Node 20 strips no types, so it runs as JavaScript. Packages stay outside the bundle. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    rollupOptions: {
      input: {
        cli: 'server/cli/entry.ts',
        'reasoning-worker': 'server/reasoning/worker.ts',
      },
    },
  },
});
