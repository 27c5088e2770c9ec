import Papa from 'papaparse';

/** A file to read in the browser, and what is answered again and again while it is read. */
export interface ToRead {
  id: number;
  file: File;
}
export interface Read {
  id: number;
  rows: number;
  share: number;
  isFailed: boolean;
  first: string[][];
}

const chunkBytes = 1_048_576;
const shownRows = 9;
const longestCell = 200;

let last: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<ToRead>) => {
  last = last.then(() => read(data));
});

/** Good enough to look at; the server decides what the encoding is. */
async function encodingOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

async function read({ id, file }: ToRead): Promise<void> {
  const state: Read = { id, rows: 0, share: 0, isFailed: false, first: [] };
  const encoding = await encodingOf(file);
  let bytes = 0;
  await new Promise<void>((resolve) => {
    Papa.parse<string[]>(file, {
      encoding,
      chunkSize: chunkBytes,
      skipEmptyLines: 'greedy',
      chunk({ data }) {
        bytes += chunkBytes;
        state.first.push(...data.slice(0, Math.max(0, shownRows - state.first.length)).map(shortened));
        state.rows += data.length;
        state.share = Math.min(0.99, bytes / file.size);
        postMessage(state);
      },
      complete: () => resolve(),
      error() {
        state.isFailed = true;
        resolve();
      }
    });
  });
  postMessage({ ...state, rows: Math.max(0, state.rows - 1), share: 1 });
}

function shortened(cells: string[]): string[] {
  return cells.map((cell) => cell.slice(0, longestCell));
}
