import { createHash } from 'node:crypto';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { defaultEdges } from '#lib/maturity/bands.ts';
import { cellKey } from '#lib/maturity/publication/cell.ts';
import type { ProtectedTables } from '#lib/maturity/publication/protected-tables.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { CampaignName } from './counts.ts';
import { countsOfCells, type WaveCells } from './counts-of-cells.ts';
import type { Dossier } from './dossier.ts';
import type { SectionId } from './section.ts';
import { writeDossier } from './write-dossier.ts';

/** What names a campaign's cells: public knowledge. */
export interface PublicWave {
  campaign: CampaignName;
  questionnaire: Questionnaire;
}

export interface PublicAsked {
  /** In the order of the tables. */
  waves: PublicWave[];
  locale: Locale;
  sections: readonly SectionId[];
  /** Whether it tells what no frozen publication tells: not to be handed on. */
  isPreview: boolean;
  /** The legal ground that the method note prints. */
  ground: string;
}

/** Borne on every page of what is made for the public but not published. */
export function previewMarking(locale: Locale): string {
  return say(locale, 'APERÇU, NE PAS DIFFUSER', 'PREVIEW, NOT FOR DISTRIBUTION');
}

/** Made of what anybody may see: what everybody knows of the answers can't tell more of them. */
function fingerprintOf({ cells }: ProtectedTables): string {
  const lines = cells.map((cell) => `${cellKey(cell)} ${cell.value ?? cell.status}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

function waveOf(tables: ProtectedTables, { campaign, questionnaire }: PublicWave): WaveCells {
  const told = tables.campaigns.find(({ code }) => code === campaign.code);
  return { campaign, questionnaire, median: told?.median ?? null, edges: defaultEdges, cells: tables.cells };
}

/** A report for everybody, made of protected tables alone: no row, no name, no value that is withheld reaches it. */
export function publicDossier(tables: ProtectedTables, asked: PublicAsked): Dossier {
  const [wave, before] = asked.waves.map((one) => waveOf(tables, one));
  if (!wave) throw new Error('a publication without a campaign');
  const own = (of: WaveCells) => ({
    ...of,
    cells: of.cells.filter(({ campaign }) => campaign === of.campaign.code)
  });
  return writeDossier(countsOfCells(own(wave), before && own(before)), {
    audience: 'public',
    locale: asked.locale,
    sections: asked.sections,
    fingerprint: fingerprintOf(tables),
    // when somebody last imported or corrected is none of the campaign's: the same answers give the same bytes
    dataDate: undefined,
    filters: [],
    rules: { thresholds: tables.thresholds, ground: asked.ground },
    marking: asked.isPreview ? previewMarking(asked.locale) : '',
    further: {}
  });
}
