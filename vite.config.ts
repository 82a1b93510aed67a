import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The client: two pages, the explorer and the playground, served by our own server. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    rollupOptions: { input: ['client/index.html', 'client/playground.html'] },
  },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
