import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBuilt, serve } from './served.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built server shows the sample; tests that write start a server of their own. */
    address: string;
  }
}

/** Starts the built server with the sample, for all tests of the project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt();
  const data = await mkdtemp(path.join(os.tmpdir(), 'palier-e2e-'));
  const remove = () => rm(data, { recursive: true, force: true });
  try {
    const { address, stop } = await serve(data, { sample: true });
    project.provide('address', address);
    return () => stop().finally(remove);
  } catch (error) {
    await remove();
    throw error;
  }
}
