import type { Locale } from '#lib/i18n/locale.ts';
import type { Cell } from '#lib/maturity/publication/cell.ts';
import type { ProtectedTables } from '#lib/maturity/publication/protected-tables.ts';
import { cellsOfSections } from '#lib/maturity/publication/sections.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import * as disclosureSettings from '../disclosure-settings.ts';
import { wavesOf, type Published } from '../protected-tables.ts';
import type { Report } from '../writers/write-report.ts';
import { publicDossier } from './public-dossier.ts';
import type { SectionId } from './section.ts';

export interface PublicReportAsked {
  published: Published;
  locale: Locale;
  sections: readonly SectionId[];
  isPreview: boolean;
}

/** The cells that these sections of a public report state. */
export function statedCells(
  { cells }: ProtectedTables,
  { published, sections }: Pick<PublicReportAsked, 'published' | 'sections'>
): Cell[] {
  return cellsOfSections(cells, published.campaign.code, sections);
}

/** A report for everybody: of the store it takes the questionnaires, of the answers the protected tables alone. */
export async function publicReport(
  store: Store,
  tables: ProtectedTables,
  asked: PublicReportAsked
): Promise<Report> {
  const { published, locale, sections, isPreview } = asked;
  const waves = await Promise.all(
    wavesOf(published).map(async (campaign) => ({
      campaign,
      questionnaire: await questionnaires.known(store, campaign.questionnaireId)
    }))
  );
  const dossier = publicDossier(tables, {
    waves,
    locale,
    sections,
    isPreview,
    ground: disclosureSettings.groundWords(await disclosureSettings.read(store), locale)
  });
  return { dossier, cells: statedCells(tables, asked) };
}
