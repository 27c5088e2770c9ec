import { cp } from 'node:fs/promises';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a store with the sample, which no server has open. */
    sampleStore: string;
  }
}

/** Puts a store into `data` as a server left it that had loaded the sample: loading takes two thirds of a server's start. */
export function sampleStore(data: string): Promise<void> {
  return cp(inject('sampleStore'), data, { recursive: true });
}
