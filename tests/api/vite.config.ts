import os from 'node:os';
import path from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** A development server of its own for tests: nothing for a browser, and no cache that another server uses. */
export default defineConfig({
  plugins: [sveltekit()],
  cacheDir: path.join(process.env['PALIER_DATA'] ?? os.tmpdir(), 'vite'),
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { port: 5390 + (process.pid % 500), hmr: false, watch: null }
});
