import { cp, mkdtemp, rm } from 'node:fs/promises';
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

/** Starts the built server with the sample, for all tests of the project, and keeps a copy of its store for those that write. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'palier-e2e-'));
  const [data, copy] = [path.join(folder, 'store'), path.join(folder, 'copy')];
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await (await serve(data, { sample: true })).stop();
    await cp(data, copy, { recursive: true });
    const { address, stop } = await serve(data, { sample: true });
    project.provide('address', address);
    project.provide('sampleStore', copy);
    return () => stop().finally(remove);
  } catch (error) {
    await remove();
    throw error;
  }
}
