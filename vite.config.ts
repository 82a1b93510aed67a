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
  // The server takes what this page writes where UNDERPIN_ORIGIN names the page's own address.
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/import', '/session', '/sign-in'].map((path) => [
        path,
        'http://127.0.0.1:4000',
      ]),
    ),
  },
});
