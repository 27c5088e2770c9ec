import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';

/** A write of this kind on the store in `dir`. */
export interface Job {
  kind: string;
  dir: string;
}

/** Milliseconds that a write took, by its kind; those that had not said that they were done are missing. */
export type Done = Map<string, number>;

/**
 * Does writes at once in a process of its own, each after so many milliseconds. The process is killed after `atMs`, or runs
 * to its end without it.
 */
export async function written(jobs: readonly Job[], delays: number[], atMs?: number): Promise<Done> {
  const words = jobs.flatMap(({ kind, dir }) => [kind, dir]);
  const child = spawn(process.execPath, [inject('writer'), ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => said.push(line));
  const closed = once(child, 'close');
  await Promise.race([once(lines, 'line'), closed]);
  if (said[0] !== 'ready') throw new Error(`the writer did not begin: ${said.join()}`);
  child.stdin.write(`${JSON.stringify(delays)}\n`);
  if (atMs !== undefined) {
    await setTimeout(atMs);
    child.kill('SIGKILL');
  }
  await closed;
  return new Map(
    said.slice(1).map((line) => {
      const [kind = '', ms = ''] = line.split(': ');
      return [kind, Number(ms)];
    })
  );
}
