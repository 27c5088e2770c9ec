import { methodReport } from '#lib/reports/method.ts';
import { askedByAddress } from '../asked.ts';

export async function load({ locals: { store, locale }, url }) {
  const asked = await askedByAddress(store, url);
  return { report: asked && (await methodReport(store, asked, locale)) };
}
