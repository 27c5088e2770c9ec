import { error } from '@sveltejs/kit';
import { criterionReport } from '#lib/reports/criterion.ts';
import { askedByAddress } from '../../asked.ts';

export async function load({ params: { code }, locals: { store, locale }, url }) {
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await criterionReport(store, asked, code, locale);
  if (!report) error(404, `unknown criterion: ${code}`);
  return { report };
}
