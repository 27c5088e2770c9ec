import type { Answer } from '#lib/maturity/answer.ts';
import { slicePool, type SlicePool } from './slice-pool.ts';

/** A cell without quotes, as a slice of the file's bytes. */
export interface Slice {
  start: number;
  end: number;
}

/** What criterion and answer mean as they are written, both known by the numbers of their slices. */
export interface LearntAnswers {
  criteria: SlicePool;
  answers: SlicePool;
  /** By a criterion's number its place in the questionnaire. */
  places: number[];
  /** By both numbers, as `meaningAt` says. */
  meanings: Int8Array;
}

/** No answer: nothing was learnt. */
export const UNKNOWN = -128;

/** A file with more spellings than these has the others read as any cell is. */
const most = { criteria: 1024, answers: 64 };

export function learntAnswers(bytes: Uint8Array): LearntAnswers {
  return {
    criteria: slicePool(bytes),
    answers: slicePool(bytes),
    places: [],
    meanings: new Int8Array(most.criteria * most.answers).fill(UNKNOWN)
  };
}

export function meaningAt(criterion: number, answer: number): number {
  return criterion * most.answers + answer;
}

/** Keeps that these cells together mean this answer to the criterion at `place`. */
export function learn(
  bytes: Uint8Array,
  { criteria, answers, places, meanings }: LearntAnswers,
  written: { criterion: Slice; answer: Slice },
  { place, answer }: { place: number; answer: Answer }
): void {
  const criterion = numberOf(bytes, criteria, written.criterion, most.criteria);
  const number = numberOf(bytes, answers, written.answer, most.answers);
  if (criterion < 0 || number < 0) return;
  places[criterion] = place;
  meanings[meaningAt(criterion, number)] = answer;
}

function numberOf(bytes: Uint8Array, pool: SlicePool, { start, end }: Slice, most: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = nextHash(hash, bytes[at] ?? 0);
  const known = pool.find(start, end, hash);
  return known < 0 && pool.size() < most ? pool.add(start, end, hash) : known;
}

export function nextHash(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}
