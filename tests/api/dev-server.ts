import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Serves the application's sources on the store in `dataDir`, on a port of its own, until closed. */
export async function startServer(
  dataDir: string,
  sampleDir?: string
): Promise<{ origin: string; close(): Promise<void> }> {
  const sample =
    sampleDir === undefined ? { PALIER_SAMPLE: 'off' } : { PALIER_SAMPLE_DIR: path.resolve(sampleDir) };
  const child = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'dev', '--config', 'tests/api/vite.config.ts', '--host', '127.0.0.1'],
    { env: { ...environment(), PALIER_DATA: dataDir, ...sample }, stdio: ['ignore', 'pipe', 'pipe'] }
  );
  const closed = once(child, 'close');
  const origin = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(stripVTControlCharacters(output));
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void closed.then(() => reject(new Error(`the server ended: ${output}`)));
  });
  return {
    origin,
    async close() {
      child.kill('SIGTERM');
      await closed;
    }
  };
}

/** Without what the test runner set for itself. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|NODE_OPTIONS|VITE_)/.test(name))
  );
}
