import { chmod } from 'node:fs/promises';
import { build } from 'esbuild';

const outfile = 'build/bin/palier.js';

await build({
  entryPoints: ['src/bin/palier.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  alias: { '#lib': './src/lib' },
  outfile
});
await chmod(outfile, 0o755);
