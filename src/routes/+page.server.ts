import { overviewReport } from '#lib/reports/overview.ts';
import { askedByAddress } from './asked.ts';

export async function load({ locals, url }) {
  const asked = await askedByAddress(locals.store, url);
  return { report: asked && (await overviewReport(locals.store, asked, locals.locale)) };
}
