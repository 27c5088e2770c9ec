import { evolutionReport } from '#lib/reports/evolution.ts';
import { pairByAddress } from '../asked.ts';
import { placed } from '../placed.ts';

const places = {
  'band-flow': 8,
  'cross-table': 4,
  decomposition: 5,
  // a phone shows a table of the criteria named
  slopes: { span: 7, isForDesksAlone: true }
} as const;

export async function load(event) {
  const { locals, url } = event;
  const pair = await pairByAddress(locals.store, url);
  if (!pair) return {};
  const { code } = pair.to.campaign;
  const report = await evolutionReport(locals.store, pair, locals.locale);
  const compared = { from: pair.from?.campaign.code, to: code, panel: report?.panel, names: report?.names };
  if (!report) return { compared };
  const figures = placed(event, report.figures, ({ id }) => places[id as keyof typeof places] ?? 8);
  return { report: { ...report, figures }, compared };
}
