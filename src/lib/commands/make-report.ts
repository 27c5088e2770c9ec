import type { Locale } from '#lib/i18n/locale.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import { tightened, type Thresholds } from '#lib/maturity/publication/thresholds.ts';
import * as disclosureSettings from '#lib/reports/disclosure-settings.ts';
import { internalReport } from '#lib/reports/dossier/internal-dossier.ts';
import { publicReport, statedCells } from '#lib/reports/dossier/public-report.ts';
import type { Audience, SectionId } from '#lib/reports/dossier/section.ts';
import type { Published } from '#lib/reports/protected-tables.ts';
import type { Report } from '#lib/reports/writers/write-report.ts';
import type { AskedPair } from '#lib/server/asked-pair.ts';
import type { Store } from '#lib/server/store.ts';
import { checkedPublication } from './checked-publication.ts';
import { isFrozen } from './frozen-cells.ts';

export interface ReportAsked {
  pair: AskedPair;
  audience: Audience;
  sections: readonly SectionId[];
  locale: Locale;
  /** Of a public one, where it is to be stricter than the settings. */
  thresholds?: Partial<Thresholds>;
}

/** What publishing the report would freeze. */
export async function publishedOf(store: Store, asked: ReportAsked): Promise<Published> {
  const { pair, sections, thresholds = {} } = asked;
  const set = await disclosureSettings.read(store);
  const from = sections.includes('evolution') ? pair.from?.campaign : undefined;
  return {
    campaign: pair.to.campaign,
    ...(from ? { from } : {}),
    criteriaByCorridor: sections.includes('criteria-by-corridor'),
    thresholds: tightened(set.thresholds, thresholds)
  };
}

/**
 * For everybody: always the whole campaign at the default bands, protected and audited as a publication is. What it tells
 * beyond what is frozen makes it a preview: nothing remembers it, so nothing could be held against it later.
 */
async function madePublic(store: Store, asked: ReportAsked): Promise<Report> {
  const { sections, locale } = asked;
  const published = await publishedOf(store, asked);
  const { tables } = await checkedPublication(store, published, locale);
  const shown = sections.filter((id) => id !== 'evolution' || published.from !== undefined);
  const report = { published, locale, sections: shown };
  const isPreview = !(await isFrozen(store, published, statedCells(tables, report)));
  return publicReport(store, tables, { ...report, isPreview });
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
