import { parentPort, workerData } from 'node:worker_threads';
import { identify } from '#lib/server/identify.ts';
import { packed } from './packed-responses.ts';
import {
  parseFiles,
  qualityOfFiles,
  type FileAnswers,
  type Known,
  type ReadingTask
} from './read-answers.ts';

/** What is asked of the thread that has read the files: each one's responses in turn, then what looks odd in all. */
export type Asked = { part: { file: number; from: number; to: number } } | Known;

/** What is known of a file without its responses. */
export type FileHead = Omit<FileAnswers, 'responses'> & { count: number };

const task = workerData as ReadingTask;
const parsed = parseFiles(task);
const { questionnaire } = task;
/** Its responses so far; identified as they are handed over, while those before are taken apart, and then kept here alone. */
const read: FileAnswers[] = parsed.map((file) => ({ ...file, responses: [] }));

function answerTo(asked: Asked) {
  if ('known' in asked) return qualityOfFiles(read, questionnaire, asked);
  const { file, from, to } = asked.part;
  const responses = parsed[file]?.responses.splice(0, to - from).map(identify) ?? [];
  read[file]?.responses.push(...responses);
  return packed(responses, questionnaire.criteria.length);
}

parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(answerTo(asked)));
parentPort?.postMessage(
  parsed.map(({ responses, ...head }): FileHead => ({ ...head, count: responses.length }))
);
