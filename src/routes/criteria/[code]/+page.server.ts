import { error } from '@sveltejs/kit';
import { criterionReport } from '#lib/reports/criterion.ts';
import { askedByAddress } from '../../asked.ts';
import { placed } from '../../placed.ts';

export async function load(event) {
  const { params, locals, url } = event;
  const { code } = params;
  const { store, locale } = locals;
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await criterionReport(store, asked, code, locale);
  if (!report) error(404, `unknown criterion: ${code}`);
  return {
    report: { ...report, figures: placed(event, report.figures, ({ id }) => (id === 'bands' ? 6 : 12)) }
  };
}
