import { parentPort, workerData } from 'node:worker_threads';
import { readContainer, type ReadContainer, type Reading } from './reading.ts';

/** The contents of an archive's files are handed over, not copied. */
function buffers(read: ReadContainer): ArrayBuffer[] {
  return 'archive' in read ? read.archive.files.flatMap(({ bytes }) => (bytes ? [bytes.buffer] : [])) : [];
}

void readContainer(workerData as Reading).then((read) => parentPort?.postMessage(read, buffers(read)));
