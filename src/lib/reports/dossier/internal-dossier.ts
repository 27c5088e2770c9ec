import { filterWords } from '#lib/i18n/filter-words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Cell } from '#lib/maturity/publication/cell.ts';
import { cellName } from '#lib/maturity/publication/cell.ts';
import type { AskedPair } from '#lib/server/asked-pair.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as dataStamp from '#lib/server/data-stamp.ts';
import { progress } from '#lib/server/progress.ts';
import { cellsOf } from '#lib/server/publication-counts.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import * as settings from '#lib/server/settings.ts';
import type { Store } from '#lib/server/store.ts';
import { evolutionReport } from '../evolution.ts';
import { overviewReport } from '../overview.ts';
import { calibrationSection } from './calibration-section.ts';
import { countsOfCells, type WaveCells } from './counts-of-cells.ts';
import type { DossierFigure } from './dossier.ts';
import type { Report } from '../writers/write-report.ts';
import type { SectionId } from './section.ts';
import { writeDossier, type DossierAsked } from './write-dossier.ts';

/** What is asked of an internal report: filters are in `pair.to`. */
export interface InternalAsked {
  pair: AskedPair;
  locale: Locale;
  sections: readonly SectionId[];
}

/** Every count of a view as a cell that may be seen. */
async function waveCells(
  store: Store,
  { campaign, view }: AskedView,
  byCorridor: boolean
): Promise<WaveCells> {
  const questionnaire = await questionnaires.known(store, view.questionnaireId);
  return store.read(async (db) => {
    const counts = await cellsOf(db, view, { campaign: campaign.code, criteriaByCorridor: byCorridor });
    const { median } = await attainment.overview(db, view);
    const cells = counts.map((count): Cell => ({ ...count, status: 'published' }));
    return { campaign, questionnaire, median, edges: view.filters.edges, cells };
  });
}

async function panelCells(store: Store, { from, to }: AskedPair): Promise<Cell[]> {
  if (!from) return [];
  const sizes = await progress(store, from.view, to.view);
  return (['panel', 'entrants', 'leavers'] as const).map((measure) => ({
    ...cellName(to.campaign.code, measure),
    value: sizes[measure],
    status: 'published'
  }));
}

/** The pages' own figures that show products one by one or rest on more than counts. */
async function further(
  store: Store,
  { pair, locale, sections }: InternalAsked
): Promise<DossierAsked['further']> {
  const overview = (await overviewReport(store, pair.to, locale)).figures;
  const named = (...ids: string[]): DossierFigure[] =>
    overview.filter(({ id }) => ids.includes(id)).map((figure) => ({ ...figure, id: `page-${figure.id}` }));
  const evolution = sections.includes('evolution') ? await evolutionReport(store, pair, locale) : undefined;
  return {
    bands: named('products'),
    themes: named('themes'),
    corridors: named('corridors'),
    calibration: sections.includes('calibration') ? await calibrationSection(store, pair.to, locale) : [],
    evolution: (evolution?.figures ?? []).map((figure) => ({ ...figure, id: `page-${figure.id}` }))
  };
}

const markingSetting = 'report.marking';

/** What internal files bear on every page: a setting, or the default. */
export async function markingOf(store: Store, locale: Locale): Promise<string> {
  const set = await store.read((db) => settings.read(db, markingSetting));
  return set || say(locale, 'TLP:AMBER, ne pas diffuser', 'TLP:AMBER, not for distribution');
}

/** A blank one is the default. */
export function setMarking(store: Store, marking: string): Promise<void> {
  return store.write((db) => settings.update(db, markingSetting, marking));
}

/** A report for those who may see every answer. */
export async function internalReport(store: Store, asked: InternalAsked): Promise<Report> {
  const { pair, locale, sections } = asked;
  const { to, from } = pair;
  const byCorridor = sections.includes('criteria-by-corridor');
  const isCompared = from !== undefined && sections.includes('evolution');
  const wave = await waveCells(store, to, byCorridor);
  const before = isCompared ? await waveCells(store, from, false) : undefined;
  const panel = isCompared ? await panelCells(store, pair) : [];
  const stamp = await store.read((db) => dataStamp.read(db, to.campaign.id));
  const cells = [...wave.cells, ...panel];
  const dossier = writeDossier(countsOfCells({ ...wave, cells }, before), {
    audience: 'internal',
    locale,
    sections,
    fingerprint: stamp.fingerprint,
    dataDate: stamp.changedAt ?? undefined,
    filters: filterWords(to.view.filters, locale),
    marking: await markingOf(store, locale),
    further: await further(store, asked)
  });
  return { dossier, cells: [...cells, ...(before?.cells ?? [])] };
}
