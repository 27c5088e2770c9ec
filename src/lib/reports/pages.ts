import type { Locale } from '#lib/i18n/locale.ts';
import { askedPair } from '#lib/server/asked-pair.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { corridorReport, corridorSort } from './criteria-by-corridor.ts';
import { analysisFiles } from './analysis.ts';
import { criteriaReport } from './criteria.ts';
import { evolutionReport } from './evolution.ts';
import type { Figure } from './figure.ts';
import { overviewReport } from './overview.ts';
import { productFigures } from './product-figures.ts';
import { topBandReport } from './top-band.ts';
import { parseVendorSort, vendorFigures } from './vendors.ts';

/** A page's figures, with what they are of where that is not the campaign as such. */
interface Figures {
  figures: Figure[];
  subject?: string;
}

/** `from` is the code of the campaign to compare with, if the address gives one. */
type Report = (store: Store, asked: AskedView, locale: Locale, from: string | null) => Promise<Figures>;

async function evolutionFigures(
  store: Store,
  asked: AskedView,
  locale: Locale,
  from: string | null
): Promise<Figures> {
  const pair = await store.read((db) => askedPair(db, asked, from));
  const report = pair && (await evolutionReport(store, pair, locale));
  return report ? { figures: report.figures, subject: report.eyebrow } : { figures: [] };
}

/** The reports whose figures can be taken away, by the name that their addresses have. */
export const pages: Record<string, Report> = {
  overview: overviewReport,
  criteria: (store, asked, locale) => criteriaReport(store, asked, 'theme', locale),
  'criteria-by-corridor': (store, asked, locale) => corridorReport(store, asked, corridorSort, locale),
  evolution: evolutionFigures,
  products: productFigures,
  'top-band': topBandReport,
  vendors: (store, asked, locale) => vendorFigures(store, asked, parseVendorSort(null), locale),
  analysis: analysisFiles
};
