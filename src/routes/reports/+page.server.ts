import { error, fail } from '@sveltejs/kit';
import { PublicationRefused } from '#lib/commands/checked-publication.ts';
import { makeReport, publishedOf, type ReportAsked } from '#lib/commands/make-report.ts';
import { differenceFromLast } from '#lib/commands/publication-difference.ts';
import { publish } from '#lib/commands/publish.ts';
import { differenceCaption, sinceWords } from '#lib/i18n/publication-difference.ts';
import { changedCellsFigure } from '#lib/reports/changed-cells-table.ts';
import { markingOf, setMarking } from '#lib/reports/dossier/internal-dossier.ts';
import { readThresholds } from '#lib/commands/disclosure.ts';
import { locales, type Locale } from '#lib/i18n/locale.ts';
import { thresholdName } from '#lib/i18n/thresholds.ts';
import { defaultThresholds, thresholdNames } from '#lib/maturity/publication/thresholds.ts';
import * as disclosureSettings from '#lib/reports/disclosure-settings.ts';
import { reportsWords } from '#lib/i18n/reports-page.ts';
import { isSectionOf, sectionIds, sectionName } from '#lib/reports/dossier/section.ts';
import { protectedTables } from '#lib/reports/protected-tables.ts';
import { reportWriters } from '#lib/reports/writers/write-report.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';
import { withoutAction } from '../naming.ts';
import { reportByAddress } from './asked-report.ts';
import { authorOf } from '../author.ts';

/** How many differing counts stand on the page; the file has all of them. */
const shownDifferences = 100;

/** What publishing would tell otherwise than the last publication, in words. */
async function differenceOf(store: Store, asked: ReportAsked, locale: Locale) {
  const { cells } = await protectedTables(store, await publishedOf(store, asked));
  const difference = await differenceFromLast(store, asked.pair.to.campaign.code, cells);
  return (
    difference && {
      summary: sinceWords(difference, locale),
      caption: differenceCaption(difference.cells.length, shownDifferences, locale),
      table: changedCellsFigure(difference.cells.slice(0, shownDifferences), locale)
    }
  );
}

/** What the report would say, by its titles; or why it may not be made. */
async function previewOf(store: Store, asked: ReportAsked, locale: Locale) {
  try {
    const { dossier } = await makeReport(store, asked);
    const { headline, sections, marking } = dossier;
    return {
      headline,
      marking,
      difference: asked.audience === 'public' ? await differenceOf(store, asked, locale) : undefined,
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

/** The rules of publications as a form shows them. */
async function rulesOf(store: Store, locale: Locale) {
  const set = await disclosureSettings.read(store);
  return {
    thresholds: thresholdNames.map((name) => ({
      name,
      label: thresholdName(name, locale),
      least: defaultThresholds[name],
      value: set.thresholds[name]
    })),
    grounds: locales.map((language) => ({
      language,
      text: disclosureSettings.groundWords(set, language)
    }))
  };
}

export async function load({ locals: { store, locale }, url }) {
  const words = reportsWords(locale);
  const asked = await reportByAddress(store, url, locale);
  if (!asked) return { words };
  const { audience, sections, format, pair } = asked;
  return {
    words,
    asked: { audience, format, language: asked.locale, from: pair.from?.campaign.code ?? '' },
    earlier: campaigns.earlier(await campaigns.known(store), pair.to.campaign.id),
    formats: Object.keys(reportWriters),
    sections: sectionIds.map((id) => ({
      id,
      name: sectionName(id, locale),
      isInternal: !isSectionOf(id, 'public'),
      isAsked: sections.includes(id)
    })),
    preview: url.searchParams.has('audience') ? await previewOf(store, asked, locale) : undefined,
    marking: await markingOf(store, locale),
    rules: await rulesOf(store, locale),
    query: withoutAction(url).slice(1),
    history: await historyOf(store)
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

const longestMarking = 80;
const longestGround = 300;

export const actions = {
  /** Freezes the report that the address asks for. */
  async publish({ request, locals: { store, locale }, url }) {
    const asked = (await reportByAddress(store, url, locale)) ?? error(404, 'no campaign yet');
    const by = authorOf(text(await request.formData(), 'by'));
    try {
      const { fingerprint } = await publish(store, await publishedOf(store, asked), {
        locale: asked.locale,
        by
      });
      return { published: fingerprint };
    } catch (thrown) {
      if (!(thrown instanceof PublicationRefused)) throw thrown;
      return fail(422, { refusal: thrown.message.split('\n') });
    }
  },

  /** What internal files bear; a blank one brings the usual marking back. */
  async mark({ request, locals: { store } }) {
    const marking = text(await request.formData(), 'marking').slice(0, longestMarking);
    await setMarking(store, marking);
    return { marked: true };
  },

  /** By which rules publications are protected from now on; a blank ground brings the usual one back. */
  async rules({ request, locals: { store, locale } }) {
    const form = await request.formData();
    const given = thresholdNames.map((name) => [name, text(form, name)] as const);
    const { thresholds, problems } = readThresholds(given, locale);
    if (problems.length > 0) return fail(422, { problems });
    const grounds = locales.map((one) => [one, text(form, `ground-${one}`).slice(0, longestGround)] as const);
    await disclosureSettings.change(store, { thresholds, ground: Object.fromEntries(grounds) });
    return { ruled: true };
  }
};
