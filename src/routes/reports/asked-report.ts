import { error } from '@sveltejs/kit';
import type { ReportAsked } from '#lib/commands/make-report.ts';
import { isLocale, type Locale } from '#lib/i18n/locale.ts';
import {
  audiences,
  defaultSections,
  isSectionOf,
  parseSections,
  type Audience,
  type SectionId
} from '#lib/reports/dossier/section.ts';
import { isReportFormat, type ReportFormat } from '#lib/reports/writers/write-report.ts';
import { askedBack, type AskedPair } from '#lib/server/asked-pair.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { askedByAddress } from '../asked.ts';

function audienceOf({ searchParams }: URL): Audience {
  const given = searchParams.get('audience') ?? 'internal';
  return audiences.find((name) => name === given) ?? error(400, `unknown audience: ${given}`);
}

function formatOf({ searchParams }: URL): ReportFormat {
  const given = searchParams.get('format') ?? 'pptx';
  return isReportFormat(given) ? given : error(400, `unknown format: ${given}`);
}

/** The sections ticked that the audience may have: a form without scripts can't take away the others. */
function sectionsOf({ searchParams }: URL, audience: Audience): SectionId[] {
  const named = searchParams.getAll('section');
  try {
    const asked = named.length === 0 ? defaultSections : parseSections(named, 'internal');
    return asked.filter((id) => isSectionOf(id, audience));
  } catch (thrown) {
    if (thrown instanceof RangeError) error(400, thrown.message);
    throw thrown;
  }
}

/** Compared with the campaign before unless `from` names another, or is blank for none; filters are for internal reports. */
async function pairOf(store: Store, url: URL, audience: Audience): Promise<AskedPair | undefined> {
  const asked = await askedByAddress(store, url);
  if (!asked) return undefined;
  const to = audience === 'public' ? viewOf(asked.campaign, []) : asked;
  const from = url.searchParams.get('from');
  if (from === '') return { to, key: to.key };
  try {
    const pair = await store.read((db) => askedBack(db, to, from));
    return pair ?? error(404, `unknown campaign: ${from}`);
  } catch (thrown) {
    if (thrown instanceof RangeError) error(400, thrown.message);
    throw thrown;
  }
}

/** The report that an address asks for; undefined where there is no campaign yet. */
export async function reportByAddress(
  store: Store,
  url: URL,
  pageLocale: Locale
): Promise<(ReportAsked & { format: ReportFormat }) | undefined> {
  const audience = audienceOf(url);
  const language = url.searchParams.get('language');
  const pair = await pairOf(store, url, audience);
  return (
    pair && {
      pair,
      audience,
      sections: sectionsOf(url, audience),
      locale: isLocale(language) ? language : pageLocale,
      format: formatOf(url)
    }
  );
}
