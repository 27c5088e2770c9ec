import { say } from '#lib/i18n/wording.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { audit } from '#lib/maturity/disclosure-audit/audit.ts';
import type { Finding } from '#lib/maturity/disclosure-audit/finding.ts';
import { areTooFew, changedProducts } from '#lib/maturity/disclosure/changed-products.ts';
import { CannotProtect } from '#lib/maturity/disclosure/suppress.ts';
import { defaultThresholds } from '#lib/maturity/publication/thresholds.ts';
import { manifestName, manifestText, sha256, type Manifest } from '#lib/reports/manifest.ts';
import {
  protectedPublication,
  type ProtectedPublication,
  type Published
} from '#lib/reports/protected-tables.ts';
import { countFiles, type PublicationFile } from '#lib/reports/publication-files.ts';
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

function wavesOf({ campaign, from }: Published): Campaign[] {
  return from ? [campaign, from] : [campaign];
}

/** Why a second publication would show a few products' answers; undefined where it would not. */
async function tooCloseToEarlier(
  store: Store,
  asked: Published,
  locale: Locale
): Promise<string | undefined> {
  for (const wave of wavesOf(asked)) {
    const { earlier, now } = await store.read(async (db) => ({
      earlier: await publications.earlier(db, wave.id),
      now: await publications.currentProducts(db, wave.id)
    }));
    const isTooClose = earlier.some(({ products }) =>
      areTooFew(changedProducts(products, now), asked.thresholds)
    );
    if (isTooClose) return closeWords(wave.code, asked, locale);
  }
  return undefined;
}

function closeWords(code: string, { thresholds }: Published, locale: Locale): string {
  const { products, vendors } = thresholds;
  return say(
    locale,
    `publication refusée : depuis une publication antérieure de « ${code} », moins de ${products} produits, ou les produits de moins de ${vendors} éditeurs, ont été ajoutés, retirés ou modifiés ; la différence serait leurs réponses`,
    `publication refused: since an earlier publication of “${code}”, fewer than ${products} products, or the products of fewer than ${vendors} vendors, were added, removed or changed; the difference would be their answers`
  );
}

function findingWords({ kind, cell }: Finding): string {
  const { campaign, measure, criterion, theme, corridor, band, level } = cell;
  const place = [campaign, measure, criterion, theme, corridor, band, level].filter((part) => part !== '');
  return `${kind}: ${place.join(' · ')}`;
}

function audited({ tables, materials }: ProtectedPublication): Promise<Finding[]> {
  const earlier = materials.flatMap((material) => material.earlier);
  return audit({
    cells: tables.cells,
    earlier,
    campaigns: materials.map(({ campaign, criteria, seats }) => ({ code: campaign, criteria, seats }))
  });
}

function manifestOf(asked: Published, locale: Locale, files: readonly PublicationFile[]): Manifest {
  return {
    campaign: asked.campaign.code,
    compared: asked.from?.code ?? null,
    locale,
    thresholds: { ...asked.thresholds },
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }))
  };
}

/** Stores the publication unless it is there already: the same input gives the same bytes. */
async function freeze(
  store: Store,
  asked: Published,
  made: { files: PublicationFile[]; manifest: string; locale: Locale; log: string; by: string | undefined }
): Promise<string> {
  const fingerprint = sha256(Buffer.from(made.manifest));
  await store.write(async (db) => {
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

async function publish(store: Store, request: Request, asked: Published): Promise<Result> {
  const { locale } = request;
  const close = await tooCloseToEarlier(store, asked, locale);
  if (close) return refused(close);
  const publication = await protectedPublication(store, asked);
  const findings = await audited(publication);
  if (findings.length > 0) return refused(findings.map(findingWords).join('\n'));
  const files = countFiles(publication.tables);
  const manifest = manifestText(manifestOf(asked, locale, files));
  const log = JSON.stringify(publication.log);
  const fingerprint = await freeze(store, asked, { files, manifest, locale, log, by: author(request) });
  const withheld = publication.log.length;
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
    'palier publish --campaign CODE [--from CODE] [--criteria-by-corridor] [--locale fr|en] [--by NAME] -o DIR [--json]',
  options: {
    campaign: { kind: 'text' },
    from: { kind: 'text' },
    'criteria-by-corridor': { kind: 'flag' },
    output: { kind: 'output', short: 'o' },
    by: byOption
  },
  positionals: { min: 0, max: 0 },
  async run(store, request) {
    const code = last(request, 'campaign');
    const from = last(request, 'from');
    if (!code || !last(request, 'output')) return misused('--campaign CODE and -o DIR are needed');
    const campaign = await find(store, code);
    const compared = from === undefined ? undefined : await find(store, from);
    if (!campaign || (from !== undefined && !compared)) {
      return refused(`unknown campaign: ${campaign ? from : code}`);
    }
    const asked = {
      campaign,
      ...(compared ? { from: compared } : {}),
      criteriaByCorridor: has(request, 'criteria-by-corridor'),
      thresholds: defaultThresholds
    };
    try {
      return await publish(store, request, asked);
    } catch (error) {
      if (error instanceof CannotProtect) return refused(error.message);
      throw error;
    }
  }
};
