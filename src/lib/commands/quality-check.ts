import { answersKey, checkedResponses } from '#lib/ingest/checks/checked.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as knownAnswers from '#lib/server/known-answers.ts';
import type { Store } from '#lib/server/store.ts';
import type { FilesRead } from './answers-apart.ts';

/** Warnings on the responses that were read, held against each other and against the campaign as it stands. */
export async function qualityOf(store: Store, code: string, read: FilesRead): Promise<Problem[]> {
  if (!read.files.some(({ responses }) => responses.length > 0)) return [];
  const known = await store.read(async (db) => {
    const campaign = await campaigns.find(db, code);
    return campaign ? knownAnswers.read(db, campaign.id, incoming(read)) : knownAnswers.nothingKnown;
  });
  return read.quality(known);
}

/** What is looked for among the campaign's answers, once there are any. */
function incoming({ files }: FilesRead): knownAnswers.Incoming {
  const ids = () => files.flatMap(({ responses }) => responses.map(({ productId }) => productId));
  return {
    ids: () => [...new Set(ids())],
    answers: () => [...new Set(checkedResponses(files).map(answersKey))]
  };
}
