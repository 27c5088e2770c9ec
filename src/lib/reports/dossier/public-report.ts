import type { Locale } from '#lib/i18n/locale.ts';
import type { ProtectedTables } from '#lib/maturity/publication/protected-tables.ts';
import * as dataStamp from '#lib/server/data-stamp.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import { wavesOf, type Published } from '../protected-tables.ts';
import type { Report } from '../writers/write-report.ts';
import { publicDossier } from './public-dossier.ts';
import type { SectionId } from './section.ts';

export interface PublicReportAsked {
  published: Published;
  locale: Locale;
  sections: readonly SectionId[];
}

/** A report for everybody: of the store it takes the questionnaires and a date, of the answers the protected tables alone. */
export async function publicReport(
  store: Store,
  tables: ProtectedTables,
  { published, locale, sections }: PublicReportAsked
): Promise<Report> {
  const waves = await Promise.all(
    wavesOf(published).map(async (campaign) => ({
      campaign,
      questionnaire: await questionnaires.known(store, campaign.questionnaireId)
    }))
  );
  const { changedAt } = await store.read((db) => dataStamp.read(db, published.campaign.id));
  const dossier = publicDossier(tables, { waves, locale, sections, dataDate: changedAt ?? undefined });
  return { dossier, cells: tables.cells };
}
