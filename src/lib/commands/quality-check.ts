import { answersKey } from '#lib/ingest/checks/checked.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as knownAnswers from '#lib/server/known-answers.ts';
import * as renamedResponses from '#lib/server/renamed-responses.ts';
import type { ResolvedNames } from '#lib/server/resolved-names.ts';
import type { Store } from '#lib/server/store.ts';
import type { FilesRead } from './answers-apart.ts';

/** Warnings on the responses that were read, held against each other and against the campaign as it stands. */
export async function qualityOf(store: Store, code: string, read: FilesRead): Promise<Problem[]> {
  const declared = read.files.flatMap(({ responses }) => responses);
  if (declared.length === 0) return [];
  const names = await store.read((db) => renamedResponses.resolve(db, declared));
  const known = await store.read(async (db) => {
    const campaign = await campaigns.find(db, code);
    return knownAnswers.read(db, campaign?.id, incoming(declared, names));
  });
  return read.quality({ known, names });
}

/** What is looked for among the campaign's answers, once there are any. */
function incoming(
  declared: FilesRead['files'][number]['responses'],
  names: ResolvedNames
): knownAnswers.Incoming {
  return {
    ids: () => [...new Set(declared.map(({ productId }) => names.get(productId)?.id ?? productId))],
    answers: () => [...new Set(declared.map(answersKey))]
  };
}
