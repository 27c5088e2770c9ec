import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
export default defineConfig({ plugins: [sveltekit()], cacheDir: '/tmp/evo-vite', optimizeDeps: { noDiscovery: true, include: [] }, server: { port: 5199, strictPort: true, hmr: false } });
