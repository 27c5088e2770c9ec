import { Worker } from 'node:worker_threads';
import { MAX_HEAP_MEBIBYTES, MAX_READERS, MAX_READING_SECONDS } from '#lib/ingest/containers/limits.ts';
import type { ReadContainer, Reading } from '#lib/ingest/containers/reading.ts';
import { turns } from '#lib/server/turns.ts';
import { workerCode } from '#lib/server/worker-code.ts';

export interface ReadingLimits {
  seconds: number;
  heapMebibytes: number;
}

const usual: ReadingLimits = { seconds: MAX_READING_SECONDS, heapMebibytes: MAX_HEAP_MEBIBYTES };
const inTurn = turns(MAX_READERS);

/** Reads a container in a thread of its own, which is stopped when it takes too much memory or time. */
export function readApart(reading: Reading, limits = usual): Promise<ReadContainer> {
  return inTurn(async () => {
    const { code, isCode } = await workerCode('container');
    const worker = new Worker(code, {
      eval: isCode,
      execArgv: [],
      workerData: reading,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMebibytes }
    });
    try {
      return await answerOf(worker, limits);
    } finally {
      await worker.terminate();
    }
  });
}

function answerOf(worker: Worker, { seconds }: ReadingLimits): Promise<ReadContainer> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(
      () => resolve({ refusal: { reason: 'too_slow', detail: { seconds } } }),
      seconds * 1000
    );
    worker.once('message', resolve);
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refusal: { reason: 'too_big' } });
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(clock);
      reject(new Error('the reader of containers ended without an answer'));
    });
  });
}
