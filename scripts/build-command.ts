import { chmod, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const folder = 'build/bin';

await build({
  entryPoints: ['src/bin/palier.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  alias: { '#lib': './src/lib' },
  outfile: `${folder}/palier.mjs`
});

// Run in threads of their own (`src/lib/server/worker-code.ts`), of the command line and of the server alike.
const workers = {
  answers: 'src/lib/commands/answers-worker.ts',
  container: 'src/lib/ingest/containers/worker.ts',
  frontier: 'src/lib/maturity/frontier/worker.ts'
};
for (const [name, source] of Object.entries(workers)) {
  await build({
    entryPoints: [source],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: `${folder}/${name}-worker.cjs`
  });
}

// DuckDB's queries wait for one of libuv's threads: with the usual four, four heavy ones stop every page. The number is
// read before the first asynchronous read, which loading an ES module already is: hence a CommonJS file before it.
const launcher = `#!/usr/bin/env node
process.env.UV_THREADPOOL_SIZE ??= '16';
import('./palier.mjs');
`;
await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n');
await writeFile(`${folder}/palier.js`, launcher);
await chmod(`${folder}/palier.js`, 0o755);
