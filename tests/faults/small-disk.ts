import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface SmallDisk {
  dir: string;
  setReadOnly(isReadOnly: boolean): void;
}

function mount(...words: string[]): void {
  try {
    execFileSync('mount', words, { stdio: 'pipe' });
  } catch (error) {
    throw new Error(
      `these tests need the right to mount a small disk (root): mount ${words.join(' ')}: ${error}`,
      {
        cause: error
      }
    );
  }
}

/** A disk whose files are open can't be made read-only itself: a read-only view of it is put over it. */
function coverReadOnly(dir: string, isReadOnly: boolean): void {
  if (!isReadOnly) return void execFileSync('umount', ['-l', dir]);
  mount('--bind', dir, dir);
  mount('-o', 'remount,bind,ro', dir);
}

/** Runs `work` with a disk of its own of so many mebibytes. Throws, and fails the test, where none can be mounted. */
export async function withSmallDisk<T>(mebibytes: number, work: (disk: SmallDisk) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-disk-'));
  try {
    mount('-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=700`, 'tmpfs', dir);
    try {
      return await work({ dir, setReadOnly: (isReadOnly) => coverReadOnly(dir, isReadOnly) });
    } finally {
      unmountAll(dir);
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Also a view that a test that failed has left over it. */
function unmountAll(dir: string): void {
  execFileSync('umount', ['-l', dir]);
  try {
    execFileSync('umount', ['-l', dir], { stdio: 'pipe' });
  } catch {
    // there was no other
  }
}
