import { say } from '#lib/i18n/wording.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import {
  audiences,
  defaultSections,
  isSectionOf,
  parseSections,
  type Audience,
  type SectionId
} from '#lib/reports/dossier/section.ts';
import { isReportFormat, reportWriters, type ReportFormat } from '#lib/reports/writers/write-report.ts';
import { parseTheme } from '#lib/reports/writers/pptx/slide-theme.ts';
import { askedBack, type AskedPair } from '#lib/server/asked-pair.ts';
import { askedView } from '#lib/server/asked-view.ts';
import type { Store } from '#lib/server/store.ts';
import { askedThresholds, thresholdOption } from './disclosure.ts';
import { PublicationRefused } from './checked-publication.ts';
import { done, last, misused, refused, type Command, type Request, type Result } from './command.ts';
import { filterOptions, filterPairs } from './filter-options.ts';
import { makeReport } from './make-report.ts';

interface Asked {
  campaign: string;
  format: ReportFormat;
  audience: Audience;
  sections: SectionId[];
  thresholds: Partial<Thresholds>;
}

/** Undefined where the words are wrong; throws a RangeError for a section that can't be. */
function askedOf(request: Request): Asked | string {
  const [campaign, format] = [last(request, 'campaign'), last(request, 'format')];
  const audience = audiences.find((name) => name === last(request, 'audience'));
  if (!campaign) return '--campaign CODE is needed';
  if (!isReportFormat(format)) return `--format is one of ${Object.keys(reportWriters).join(', ')}`;
  if (!audience) return `--audience is one of ${audiences.join(', ')}`;
  if (!last(request, 'output')) return '-o FILE is needed';
  const named = (request.options['sections'] ?? []).flatMap((list) => list.split(','));
  const sections =
    named.length === 0
      ? defaultSections.filter((id) => isSectionOf(id, audience))
      : parseSections(
          named.map((name) => name.trim()).filter((name) => name !== ''),
          audience
        );
  const { thresholds, problems } = askedThresholds(request);
  return problems.length > 0 ? problems.join('\n') : { campaign, format, audience, sections, thresholds };
}

/** Without `--from` an internal report looks back to the campaign before; a public one is, as a publication, of one campaign. */
function findPair(store: Store, asked: Asked, request: Request): Promise<AskedPair | undefined> {
  const from = last(request, 'from');
  return store.read(async (db) => {
    const to = await askedView(db, asked.campaign, filterPairs(request));
    if (!to || (from === undefined && asked.audience === 'public')) return to && { to, key: to.key };
    return askedBack(db, to, from ?? null);
  });
}

async function write(store: Store, asked: Asked, request: Request): Promise<Result> {
  const pair = await findPair(store, asked, request);
  if (!pair) return refused(`unknown campaign: ${asked.campaign} ${last(request, 'from') ?? ''}`.trim());
  const theme = request.files['slide-theme']?.at(-1);
  const slides = theme ? { theme: parseTheme(new TextDecoder().decode(theme.bytes)) } : {};
  const report = { ...(await makeReport(store, { ...asked, pair, locale: request.locale })), ...slides };
  const { write: writeFile, ending } = reportWriters[asked.format];
  const bytes = await writeFile(report);
  const { fingerprint, headline, marking } = report.dossier;
  const json = {
    campaign: pair.to.campaign.code,
    format: asked.format,
    audience: asked.audience,
    locale: request.locale,
    sections: report.dossier.sections.map(({ id }) => id),
    fingerprint,
    bytes: bytes.length
  };
  const said = [headline, ...(asked.audience === 'public' ? [marking] : []), wrongEnding(request, ending)];
  return {
    ...done(
      json,
      '',
      said.filter((line) => line !== '')
    ),
    files: [{ name: `report.${ending}`, bytes }]
  };
}

/** Said where the file's name tells of something else than what is in it. */
function wrongEnding(request: Request, ending: string): string {
  const given = last(request, 'output') ?? '';
  return given.toLowerCase().endsWith(`.${ending}`)
    ? ''
    : say(request.locale, `${given} : un fichier .${ending}`, `${given}: a .${ending} file`);
}

export const reportCommand: Command = {
  usage:
    'palier report --campaign CODE [--from CODE] [filters] --format pptx|pdf|html|xlsx|csv --audience public|internal ' +
    '[--locale fr|en] [--sections A,B,…] [--slide-theme FILE.json] [--threshold NAME=N]... -o FILE [--json]',
  options: {
    campaign: { kind: 'text' },
    from: { kind: 'text' },
    ...filterOptions,
    format: { kind: 'text' },
    audience: { kind: 'text' },
    sections: { kind: 'text', multiple: true },
    'slide-theme': { kind: 'file' },
    threshold: thresholdOption,
    output: { kind: 'output', short: 'o' }
  },
  positionals: { min: 0, max: 0 },
  attributes: true,
  act: 'export',
  async run(store, request) {
    try {
      const asked = askedOf(request);
      return typeof asked === 'string' ? misused(asked) : await write(store, asked, request);
    } catch (error) {
      if (error instanceof RangeError) return misused(error.message);
      if (error instanceof PublicationRefused) return refused(error.message);
      throw error;
    }
  }
};
