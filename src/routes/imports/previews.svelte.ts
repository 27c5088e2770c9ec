import type { Read, ToRead } from './preview-worker.ts';
import { startWorker } from './start-worker.ts';

/** What can be said of a chosen file before the server has seen it. */
export interface Preview {
  id: number;
  name: string;
  size: number;
  /** Others than delimited text are not shown beforehand. */
  isText: boolean;
  rows: number;
  /** Of the file that was read, from 0 to 1. */
  share: number;
  isFailed: boolean;
  /** Headings, then the first rows. */
  first: string[][];
}

const textNames = /\.(csv|tsv|tab|txt)$/i;

/** Reads chosen files one after the other in a worker, which is loaded only now. */
export class Previews {
  list = $state<Preview[]>([]);
  #worker: Worker | undefined;
  #nextId = 0;

  /** Begins anew with these files. */
  show(files: File[]): void {
    this.stop();
    this.list = files.map((file) => this.#begun(file));
    this.list.forEach(({ id, isText }, i) => {
      const file = files[i];
      if (isText && file) this.#read({ id, file });
    });
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #begun({ name, size, type }: File): Preview {
    const isText = textNames.test(name) || (!/\.[a-z0-9]+$/i.test(name) && type.startsWith('text/'));
    return { id: this.#nextId++, name, size, isText, rows: 0, share: 0, isFailed: false, first: [] };
  }

  #read(asked: ToRead): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(asked);
  }

  #start(): Worker {
    const worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<Read>) => {
      const preview = this.list.find(({ id }) => id === data.id);
      if (preview) Object.assign(preview, data);
    });
    worker.addEventListener('error', () => {
      for (const preview of this.list) if (preview.isText && preview.share < 1) preview.isFailed = true;
    });
    return worker;
  }
}
