import { Worker } from 'node:worker_threads';
import type { Frontier, Progress } from '#lib/maturity/frontier/frontier.ts';
import type { FrontierNews, FrontierTask } from '#lib/maturity/frontier/worker.ts';
import { turns } from './turns.ts';
import { workerCode } from './worker-code.ts';

/** Each takes a core: more at once would only be slower. */
const inTurn = turns(2);

export interface Watching {
  /** Ends the thread; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Computes a frontier in a thread of its own. */
export function frontierApart(task: FrontierTask, watching: Watching = {}): Promise<Frontier> {
  return inTurn(async () => {
    watching.signal?.throwIfAborted();
    const { code, isCode } = await workerCode('frontier');
    const worker = new Worker(code, { eval: isCode, execArgv: [], workerData: task });
    try {
      return await resultOf(worker, watching);
    } finally {
      await worker.terminate();
    }
  });
}

function resultOf(worker: Worker, { signal, onProgress }: Watching): Promise<Frontier> {
  return new Promise((resolve, reject) => {
    worker.on('message', (news: FrontierNews) => {
      if ('found' in news) resolve(news.found);
      else onProgress?.(news.progress);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the search of the frontier ended without an answer')));
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
