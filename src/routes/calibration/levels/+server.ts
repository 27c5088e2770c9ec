import { error, json } from '@sveltejs/kit';
import { toText } from '#lib/maturity/level-table-text.ts';
import { calibrationAsked, knownLevels } from '#lib/reports/calibration.ts';
import { askedByAddress } from '../../asked.ts';
import type { RequestHandler } from './$types';

/** What the products in view declare: with it a browser computes consequences by itself. */
export const GET: RequestHandler = async ({ locals: { store }, url }) => {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  return json(toText(await knownLevels(store, calibrationAsked(asked))));
};
