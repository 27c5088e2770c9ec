import { PublicationRefused } from '#lib/commands/checked-publication.ts';
import { makeReport, type ReportAsked } from '#lib/commands/make-report.ts';
import { reportsWords } from '#lib/i18n/reports-page.ts';
import { isSectionOf, sectionIds, sectionName } from '#lib/reports/dossier/section.ts';
import { reportWriters } from '#lib/reports/writers/write-report.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';
import { reportByAddress } from './asked-report.ts';

/** What the report would say, by its titles; or why it may not be made. */
async function previewOf(store: Store, asked: ReportAsked) {
  try {
    const { headline, sections } = (await makeReport(store, asked)).dossier;
    return {
      headline,
      sections: sections.map(({ id, title, figures, notes }) => ({
        id,
        title,
        lines: [...figures, ...notes].map((line) => line.title)
      }))
    };
  } catch (error) {
    if (error instanceof PublicationRefused) return { refusal: error.message.split('\n') };
    throw error;
  }
}

function historyOf(store: Store) {
  return store.read(async (db) => {
    const names = await publications.fileNames(db);
    return (await publications.list(db)).map((one) => ({ ...one, files: names.get(one.id) ?? [] }));
  });
}

export async function load({ locals: { store, locale }, url }) {
  const words = reportsWords(locale);
  const asked = await reportByAddress(store, url, locale);
  if (!asked) return { words };
  const { audience, sections, format, pair } = asked;
  return {
    words,
    asked: { audience, format, language: asked.locale, from: pair.from?.campaign.code ?? '' },
    formats: Object.keys(reportWriters),
    sections: sectionIds.map((id) => ({
      id,
      name: sectionName(id, locale),
      isInternal: !isSectionOf(id, 'public'),
      isAsked: sections.includes(id)
    })),
    preview: url.searchParams.has('audience') ? await previewOf(store, asked) : undefined,
    history: await historyOf(store)
  };
}
