import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleCommand, bundleProgram } from '../../scripts/bundle-command.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The command line in few files: from source each start takes more than a second. */
    command: string;
    /** `holder.ts`, likewise. */
    holder: string;
    /** `tests/faults/writer.ts`, likewise. */
    writer: string;
  }
}

/** Makes what tests start as processes of their own, once for all of them, where packages can be found. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cache = path.resolve('node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const dir = await mkdtemp(path.join(cache, 'palier-command-'));
  const bin = path.join(dir, 'bin');
  project.provide('command', await bundleCommand(bin));
  project.provide('holder', await bundleProgram('tests/commands/holder.ts', bin));
  project.provide('writer', await bundleProgram('tests/faults/writer.ts', bin));
  return () => rm(dir, { recursive: true, force: true });
}
