import { log } from './log.ts';

/** How many there were since the process began. */
export const slowStatements = { count: 0 };

let limitMs = Number(process.env['PALIER_SLOW_MS'] || 1000);

/** From how many milliseconds on a statement is told of; for tests. */
export function tellFrom(ms: number): void {
  limitMs = ms;
}

/** Statements as they are written, with names of parameters in place of what somebody typed. */
function brief(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim().slice(0, 400);
}

/** Runs a statement and, where it takes long, logs it without its parameters. */
export async function timed<T>(sql: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    const ms = Math.round(performance.now() - start);
    if (ms >= limitMs) {
      slowStatements.count += 1;
      log('slow statement', { ms, sql: brief(sql) });
    }
  }
}
