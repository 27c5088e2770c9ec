import { error, json } from '@sveltejs/kit';
import { toText } from '#lib/maturity/level-table-text.ts';
import { calibrationAsked, knownEvidence } from '#lib/reports/calibration.ts';
import { askedByAddress } from '../../asked.ts';
import type { EvidenceText } from '../compute-view.ts';
import type { RequestHandler } from './$types';

/** What the products in view declare and what audits found: with it a browser computes consequences by itself. */
export const GET: RequestHandler = async ({ locals: { store }, url }) => {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const { table, forms } = await knownEvidence(store, calibrationAsked(asked));
  return json({ table: toText(table), forms } satisfies EvidenceText);
};
