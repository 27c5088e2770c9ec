import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';

/** The command as a process of its own, on the store in `dir`. */
export function startPalier(dir: string, words: string[]): ChildProcess {
  const env = { ...process.env, PALIER_DATA: dir, LC_ALL: 'C.UTF-8' };
  return spawn(process.execPath, [inject('command'), ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe']
  });
}

export interface Ended {
  exit: number | null;
  stdout: string;
  stderr: string;
}

export async function ended(child: ChildProcess): Promise<Ended> {
  if (!child.stdout || !child.stderr) throw new Error('no pipes');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { exit: child.exitCode, stdout, stderr };
}

export function palier(dir: string, ...words: string[]): Promise<Ended> {
  return ended(startPalier(dir, words));
}

/** Runs `work` while another process holds the store and serves it; `sampleDir` as the server is given it. */
export async function whileServed<T>(
  dir: string,
  work: (holder: ChildProcess) => Promise<T>,
  sampleDir = ''
): Promise<T> {
  const words = sampleDir === '' ? [dir] : [dir, sampleDir];
  const holder = spawn(process.execPath, [inject('holder'), ...words], {
    stdio: ['pipe', 'pipe', 'inherit']
  });
  const closed = once(holder, 'close');
  try {
    await Promise.race([once(holder.stdout, 'data'), closed]);
    return await work(holder);
  } finally {
    holder.stdin.end();
    await closed;
  }
}
