import { log } from './log.ts';
import { failures, requests } from './metrics.ts';

/** What is told of a request: its route, not its address, which may name a vendor or what somebody looked for. */
interface Told {
  route: string;
  method: string;
  status: number;
}

const isEach = process.env['PALIER_LOG'] === 'requests';

/** Counts a request that was answered `ms` after it came, and logs it where each is to be logged. */
export function answered({ route, method, status }: Told, ms: number): void {
  requests.observe({ route, method, status }, ms / 1000);
  if (isEach) log('request', { route, method, status, ms: Math.round(ms) });
}

/** Logs an unexpected error under the reference that its page shows. */
export function failed(reference: string, route: string, thrown: unknown): void {
  failures.inc();
  const { name, stack } =
    thrown instanceof Error ? thrown : { name: typeof thrown, stack: undefined as string | undefined };
  // the message may quote what somebody typed or what a file holds: places in the code are enough to find the fault
  const places = stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  log('failure', { reference, route, name, places: places.slice(0, 8).join('\n') });
}
