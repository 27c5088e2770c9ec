import { parentPort, workerData } from 'node:worker_threads';
import { packed } from './packed-responses.ts';
import { qualityOfFiles, readFiles, type FileAnswers, type Known, type ReadingTask } from './read-answers.ts';

/** What is asked of the thread that has read the files: some responses of one, or what looks odd in all. */
export type Asked = { part: { file: number; from: number; to: number } } | Known;

/** What is known of a file without its responses. */
export type FileHead = Omit<FileAnswers, 'responses'> & { count: number };

const task = workerData as ReadingTask;
const read = readFiles(task);
const { questionnaire } = task;

function answerTo(asked: Asked) {
  if ('known' in asked) return qualityOfFiles(read, questionnaire, asked);
  const { file, from, to } = asked.part;
  return packed(read[file]?.responses.slice(from, to) ?? [], questionnaire.criteria.length);
}

parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(answerTo(asked)));
parentPort?.postMessage(
  read.map(({ responses, ...head }): FileHead => ({ ...head, count: responses.length }))
);
