/** The worker that reads chosen files; the bundler finds its code by this very expression. */
export function startWorker(): Worker {
  return new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
}
