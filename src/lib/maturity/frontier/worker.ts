import { parentPort, workerData } from 'node:worker_threads';
import type { LevelTable } from '../level-table.ts';
import type { Candidate } from './candidate.ts';
import { frontier, type Frontier, type Progress } from './frontier.ts';
import type { FrontierQuery } from './query.ts';

/** One run, as it is handed to a thread. */
export interface FrontierTask {
  table: LevelTable;
  candidates: Candidate[];
  query: FrontierQuery;
  seconds: number;
}

/** What the thread says: how far it is, and in the end the result. */
export type FrontierNews = { progress: Progress } | { found: Frontier };

function tell(news: FrontierNews): void {
  parentPort?.postMessage(news);
}

const { table, candidates, query, seconds } = workerData as FrontierTask;
const onProgress = (progress: Progress) => {
  tell({ progress });
  return true;
};
tell({ found: frontier(table, candidates, query, { seconds, onProgress }) });
