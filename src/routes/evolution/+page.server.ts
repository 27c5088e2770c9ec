import { evolutionReport } from '#lib/reports/evolution.ts';
import { pairByAddress } from '../asked.ts';

export async function load({ locals, url }) {
  const pair = await pairByAddress(locals.store, url);
  if (!pair) return {};
  const { code } = pair.to.campaign;
  const report = await evolutionReport(locals.store, pair, locals.locale);
  const compared = { from: pair.from?.campaign.code, to: code, panel: report?.panel, names: report?.names };
  return { report, compared };
}
