import { overtakenWords } from '#lib/i18n/disclosure-findings.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { tightened } from '#lib/maturity/publication/thresholds.ts';
import * as disclosureSettings from '#lib/reports/disclosure-settings.ts';
import { manifestName, manifestText, sha256, type Manifest } from '#lib/reports/manifest.ts';
import type { ProtectedTables } from '#lib/maturity/publication/protected-tables.ts';
import { publicReport } from '#lib/reports/dossier/public-report.ts';
import { defaultSections, isSectionOf, sectionsWith } from '#lib/reports/dossier/section.ts';
import { wavesOf, type Published } from '#lib/reports/protected-tables.ts';
import { reportWriters } from '#lib/reports/writers/write-report.ts';
import { askedThresholds, thresholdOption } from './disclosure.ts';
import { checkedPublication, PublicationRefused } from './checked-publication.ts';
import { triedPublication } from './tried-publication.ts';
import { countFiles, type PublicationFile } from '#lib/reports/publication-files.ts';
import { atVersion } from '#lib/server/cache.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as publications from '#lib/server/publications.ts';
import type { Store } from '#lib/server/store.ts';
import {
  author,
  byOption,
  done,
  has,
  last,
  misused,
  refused,
  type Command,
  type Request,
  type Result
} from './command.ts';

function manifestOf(asked: Published, locale: Locale, files: readonly PublicationFile[]): Manifest {
  return {
    campaign: asked.campaign.code,
    compared: asked.from?.code ?? null,
    locale,
    thresholds: { ...asked.thresholds },
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }))
  };
}

interface Made {
  files: PublicationFile[];
  manifest: string;
  locale: Locale;
  log: string;
  by: string | undefined;
  /** Whether the store still holds what the files were made from. */
  isCurrent(): boolean;
}

/**
 * Stores the publication unless it is there already: the same input gives the same bytes. It is kept with the products that it
 * rests on, against which later ones are held: so nothing may have changed since its counts were read.
 */
async function freeze(store: Store, asked: Published, made: Made): Promise<string> {
  const fingerprint = sha256(Buffer.from(made.manifest));
  await store.write(async (db) => {
    if (!made.isCurrent()) throw new PublicationRefused(overtakenWords(made.locale));
    if (await publications.find(db, fingerprint)) return;
    const products = [];
    for (const { id } of wavesOf(asked)) {
      const own = await publications.currentProducts(db, id);
      products.push(...own.map((product) => ({ ...product, campaignId: id })));
    }
    await publications.create(db, {
      fingerprint,
      campaign: asked.campaign.code,
      compared: asked.from?.code ?? null,
      locale: made.locale,
      author: made.by ?? null,
      manifest: made.manifest,
      disclosureLog: made.log,
      files: made.files.map((file) => ({ ...file, sha256: sha256(file.bytes) })),
      products
    });
  });
  return fingerprint;
}

/** Every format of the public report, and the counts by section. */
async function filesOf(
  store: Store,
  tables: ProtectedTables,
  published: Published,
  locale: Locale
): Promise<PublicationFile[]> {
  const sections = defaultSections.filter(
    (id) => isSectionOf(id, 'public') && (id !== 'evolution' || published.from !== undefined)
  );
  const asked = published.criteriaByCorridor ? sectionsWith(sections, 'criteria-by-corridor') : sections;
  const report = await publicReport(store, tables, { published, locale, sections: asked, isPreview: false });
  const reports: PublicationFile[] = [];
  for (const { ending, write } of Object.values(reportWriters))
    reports.push({ name: `report.${ending}`, bytes: await write(report) });
  return [...countFiles(tables), ...reports];
}

export interface Frozen {
  fingerprint: string;
  files: PublicationFile[];
  manifest: string;
  withheld: number;
}

/** Freezes what is asked, as command line and page do; throws PublicationRefused. */
export async function publish(
  store: Store,
  asked: Published,
  { locale, by }: { locale: Locale; by: string | undefined }
): Promise<Frozen> {
  const isCurrent = atVersion(
    store,
    wavesOf(asked).map(({ id }) => id)
  );
  const publication = await checkedPublication(store, asked, locale);
  const files = await filesOf(store, publication.tables, asked, locale);
  const manifest = manifestText(manifestOf(asked, locale, files));
  const log = JSON.stringify(publication.log);
  const fingerprint = await freeze(store, asked, { files, manifest, locale, log, by, isCurrent });
  return { fingerprint, files, manifest, withheld: publication.log.length };
}

async function published(store: Store, request: Request, asked: Published): Promise<Result> {
  const { locale } = request;
  const { fingerprint, files, manifest, withheld } = await publish(store, asked, {
    locale,
    by: author(request)
  });
  return {
    ...done(
      { campaign: asked.campaign.code, fingerprint, withheld, files: files.map(({ name }) => name) },
      `${fingerprint}\n`
    ),
    files: [...files, { name: manifestName, bytes: new TextEncoder().encode(manifest) }],
    folder: true
  };
}

function find(store: Store, code: string): Promise<Campaign | undefined> {
  return store.read((db) => campaigns.find(db, code));
}

export const publishCommand: Command = {
  usage:
    'palier publish --campaign CODE [--from CODE] [--criteria-by-corridor] [--locale fr|en] [--by NAME] ' +
    '[--threshold NAME=N]... (-o DIR | --dry-run) [--json]',
  options: {
    campaign: { kind: 'text' },
    from: { kind: 'text' },
    'criteria-by-corridor': { kind: 'flag' },
    output: { kind: 'output', short: 'o' },
    'dry-run': { kind: 'flag' },
    threshold: thresholdOption,
    by: byOption
  },
  positionals: { min: 0, max: 0 },
  async run(store, request) {
    const code = last(request, 'campaign');
    const from = last(request, 'from');
    const isTried = has(request, 'dry-run');
    if (!code || !(isTried || last(request, 'output')))
      return misused('--campaign CODE and -o DIR are needed, or --dry-run');
    const stricter = askedThresholds(request);
    if (stricter.problems.length > 0) return misused(stricter.problems.join('\n'));
    const campaign = await find(store, code);
    const compared = from === undefined ? undefined : await find(store, from);
    if (!campaign || (from !== undefined && !compared)) {
      return refused(`unknown campaign: ${campaign ? from : code}`);
    }
    const asked = {
      campaign,
      ...(compared ? { from: compared } : {}),
      criteriaByCorridor: has(request, 'criteria-by-corridor'),
      thresholds: tightened((await disclosureSettings.read(store)).thresholds, stricter.thresholds)
    };
    try {
      return await (isTried ? triedPublication : published)(store, request, asked);
    } catch (error) {
      if (error instanceof PublicationRefused) return refused(error.message);
      throw error;
    }
  }
};
