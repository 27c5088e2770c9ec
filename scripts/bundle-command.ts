import { chmod, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** Run in threads of their own (`src/lib/server/worker-code.ts`), of the command line and of the server alike. */
const workers = {
  answers: 'src/lib/commands/answers-worker.ts',
  container: 'src/lib/ingest/containers/worker.ts',
  frontier: 'src/lib/maturity/frontier/worker.ts'
};

// DuckDB's queries wait for one of libuv's threads: with the usual four, four heavy ones stop every page. The number is
// read before the first asynchronous read, which loading an ES module already is: hence a CommonJS file before it.
const launcher = `#!/usr/bin/env node
process.env.UV_THREADPOOL_SIZE ??= '16';
import('./palier.mjs');
`;

/** Writes the command line, with what runs in threads of its own, into a folder from which packages can be found. */
export async function bundleCommand(folder: string): Promise<string> {
  const common = { bundle: true, platform: 'node', target: 'node20' } as const;
  await build({
    ...common,
    entryPoints: ['src/bin/palier.ts'],
    format: 'esm',
    packages: 'external',
    alias: { '#lib': './src/lib' },
    outfile: `${folder}/palier.mjs`
  });
  for (const [name, source] of Object.entries(workers))
    await build({ ...common, entryPoints: [source], format: 'cjs', outfile: `${folder}/${name}-worker.cjs` });
  await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n');
  await writeFile(`${folder}/palier.js`, launcher);
  await chmod(`${folder}/palier.js`, 0o755);
  return `${folder}/palier.js`;
}
