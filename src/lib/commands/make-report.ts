import type { Locale } from '#lib/i18n/locale.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import { defaultThresholds } from '#lib/maturity/publication/thresholds.ts';
import { internalReport } from '#lib/reports/dossier/internal-dossier.ts';
import { publicReport } from '#lib/reports/dossier/public-report.ts';
import type { Audience, SectionId } from '#lib/reports/dossier/section.ts';
import type { Report } from '#lib/reports/writers/write-report.ts';
import type { AskedPair } from '#lib/server/asked-pair.ts';
import type { Store } from '#lib/server/store.ts';
import { checkedPublication } from './checked-publication.ts';

export interface ReportAsked {
  pair: AskedPair;
  audience: Audience;
  sections: readonly SectionId[];
  locale: Locale;
}

/** For everybody: always the whole campaign at the default bands, protected and audited as a publication is. */
async function madePublic(store: Store, { pair, sections, locale }: ReportAsked): Promise<Report> {
  const from = sections.includes('evolution') ? pair.from?.campaign : undefined;
  const published = {
    campaign: pair.to.campaign,
    ...(from ? { from } : {}),
    criteriaByCorridor: sections.includes('criteria-by-corridor'),
    thresholds: defaultThresholds
  };
  const { tables } = await checkedPublication(store, published, locale);
  const shown = sections.filter((id) => id !== 'evolution' || from !== undefined);
  return publicReport(store, tables, { published, locale, sections: shown });
}

/**
 * The report as command line and page give it. Throws PublicationRefused where a public one would tell too much, and a
 * RangeError where it is asked with filters.
 */
export async function makeReport(store: Store, asked: ReportAsked): Promise<Report> {
  if (asked.audience === 'internal') return internalReport(store, asked);
  if (formatFilters(asked.pair.to.view.filters).length > 0)
    throw new RangeError('filters and settings are for internal reports only');
  return madePublic(store, asked);
}
