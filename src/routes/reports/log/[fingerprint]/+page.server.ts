import { error } from '@sveltejs/kit';
import { longDate } from '#lib/i18n/format.ts';
import * as disclosureLog from '#lib/reports/disclosure-log.ts';
import { pageOf } from '../../../page-of.ts';

/** Which counts a publication withheld and by which rule: for those who publish, and in no published file. */
export async function load({ locals: { store, locale }, params: { fingerprint }, url }) {
  const log = (await disclosureLog.read(store, fingerprint)) ?? error(404, 'no such publication');
  const { lines, ...part } = pageOf(log.lines, url);
  const { campaign, compared, publishedAt } = log.publication;
  return {
    fingerprint,
    of: { campaign, compared, on: longDate(publishedAt, locale) },
    byRule: disclosureLog.logByRule(log, locale),
    part: { ...part, shown: lines.length },
    table: disclosureLog.logFigure(lines, log, locale)
  };
}
