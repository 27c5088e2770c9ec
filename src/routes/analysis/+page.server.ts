import { analysisPage } from '#lib/reports/analysis.ts';
import { askedByAddress } from '../asked.ts';

export async function load({ locals, url }) {
  const asked = await askedByAddress(locals.store, url);
  return asked ? { report: await analysisPage(locals.store, asked, locals.locale) } : {};
}
