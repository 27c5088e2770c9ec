import type { Locale } from '#lib/i18n/locale.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { criteriaReport } from './criteria.ts';
import type { Figure } from './figure.ts';
import { overviewReport } from './overview.ts';

type Report = (store: Store, asked: AskedView, locale: Locale) => Promise<{ figures: Figure[] }>;

/** The reports whose figures can be taken away, by the name that their addresses have. */
export const pages: Record<string, Report> = {
  overview: overviewReport,
  criteria: (store, asked, locale) => criteriaReport(store, asked, 'theme', locale)
};
