import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Problem } from '#lib/maturity/problem.ts';
import { turns } from '#lib/server/turns.ts';
import { workerCode } from '#lib/server/worker-code.ts';
import type { Asked, FileHead } from './answers-worker.ts';
import { unpacked, type PackedResponses } from './packed-responses.ts';
import { qualityOfFiles, readFiles, type FileAnswers, type Known, type ReadingTask } from './read-answers.ts';

/** Files that were read, and what can still be asked of them. */
export interface FilesRead {
  files: FileAnswers[];
  /** What looks odd, held against what is known of the campaign; can be asked once. */
  quality(known: Known): Promise<Problem[]>;
}

/** So many bytes together are read in a thread of their own; fewer are read sooner than a thread starts. */
const readApartFrom = 2 ** 20;

/** So many responses come over at once: more would keep others waiting. */
const part = 1_000;

/**
 * Twice what six million answers need; a file beyond is refused rather than let the server run out of memory. With more
 * at hand the thread would leave more of it unswept.
 */
const heapMebibytes = 1_024;

const inTurn = turns(1);

/** Reads the files, large ones without keeping anybody waiting, for as long as `work` needs them. */
export async function withFilesRead<T>(task: ReadingTask, work: (read: FilesRead) => Promise<T>): Promise<T> {
  const bytes = task.files.reduce(
    (sum, file) => sum + (file.path === undefined ? file.bytes.length : Infinity),
    0
  );
  return bytes < readApartFrom ? work(here(task)) : inTurn(() => apart(task, work));
}

function here(task: ReadingTask): FilesRead {
  const files = readFiles(task);
  return {
    files,
    quality: (known) => Promise.resolve(qualityOfFiles(files, task.questionnaire, known))
  };
}

async function apart<T>(task: ReadingTask, work: (read: FilesRead) => Promise<T>): Promise<T> {
  const { code, isCode } = await workerCode('answers');
  const worker = new Worker(code, {
    eval: isCode,
    execArgv: [],
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes }
  });
  try {
    const heads = await headsOf(worker);
    if (!heads) return await work(here(tooBig(task)));
    const files: FileAnswers[] = [];
    for (const [file, { count, ...head }] of heads.entries())
      files.push({ ...head, responses: await responsesOf(worker, task, file, count) });
    return await work({ files, quality: (known) => lastOf(worker, known) });
  } finally {
    await worker.terminate();
  }
}

/** What looks odd; the thread then ends, so that its memory is free for storing. */
async function lastOf(worker: Worker, known: Known): Promise<Problem[]> {
  const problems = (await ask(worker, known)) as Problem[];
  await worker.terminate();
  return problems;
}

/** Undefined where the thread ran out of memory. */
async function headsOf(worker: Worker): Promise<FileHead[] | undefined> {
  try {
    return (await answerOf(worker)) as FileHead[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      return undefined;
    throw error;
  }
}

function tooBig(task: ReadingTask): ReadingTask {
  const files = task.files.map(({ name, bytes }) => ({
    name,
    bytes,
    refusal: { reason: 'too_big' as const }
  }));
  return { ...task, files };
}

async function responsesOf(worker: Worker, task: ReadingTask, file: number, count: number) {
  const all: FileAnswers['responses'] = [];
  const criteria = task.questionnaire.criteria.length;
  const askFrom = (from: number) =>
    ask(worker, { part: { file, from, to: from + part } }) as Promise<PackedResponses>;
  let next = askFrom(0);
  for (let from = part; from - part < count; from += part) {
    const columns = await next;
    // the thread goes on while these are taken apart
    if (from < count) next = askFrom(from);
    all.push(...unpacked(columns, criteria));
  }
  return all;
}

function ask(worker: Worker, asked: Asked): Promise<unknown> {
  worker.postMessage(asked);
  return answerOf(worker);
}

/** Its next message; rejected where the thread ends by an error. */
async function answerOf(worker: Worker): Promise<unknown> {
  const [answer] = (await once(worker, 'message')) as [unknown];
  return answer;
}
