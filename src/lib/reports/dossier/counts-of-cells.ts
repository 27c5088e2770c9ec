import { bandKey, bandsOf, type Edges } from '#lib/maturity/bands.ts';
import { noCorridor, themeName, type Cell, type Measure } from '#lib/maturity/publication/cell.ts';
import { cellLookup, type Dimensions } from '#lib/maturity/publication/cell-lookup.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type {
  Attained,
  BandShown,
  Before,
  CampaignName,
  CorridorShown,
  CriterionShown,
  CrossedRow,
  DossierCounts,
  ThemeShown,
  WaveCounts
} from './counts.ts';
import { isKnown, type Shown } from './shown.ts';

/** One campaign's cells with what names them: protected or not, the figures can't tell. */
export interface WaveCells {
  campaign: CampaignName;
  questionnaire: Questionnaire;
  median: number | null;
  edges: Edges;
  cells: readonly Cell[];
}

/** Looks up counts; one that was never counted, such as a theme nobody has, is undefined. */
type Look = (measure: Measure, dimensions?: Dimensions) => Shown | undefined;

function lookOf({ campaign, cells }: WaveCells): Look {
  const { find } = cellLookup(cells);
  return (measure, dimensions) => {
    const cell = find(campaign.code, measure, dimensions);
    if (!cell) return undefined;
    if (cell.status === 'under_3') return 'under_3';
    return cell.status === 'withheld' || cell.value === null ? 'withheld' : cell.value;
  };
}

/** A size of the whole campaign, which is always stated. */
function size(look: Look, measure: Measure): number {
  const shown = look(measure);
  return shown !== undefined && isKnown(shown) ? shown : 0;
}

function bands(look: Look, edges: Edges, at: Dimensions = {}): BandShown[] {
  return bandsOf(edges).map((band) => ({
    ...band,
    products: look('products', { ...at, band: bandKey(band) }) ?? 'withheld'
  }));
}

function attained(look: Look, at: Dimensions): Attained {
  return { applicable: look('applicable', at) ?? 0, attained: look('attained', at) ?? 0 };
}

function criteria(look: Look, { questionnaire }: WaveCells): CriterionShown[] {
  return questionnaire.criteria.flatMap((criterion) => {
    const at = { criterion: criterion.code };
    if (look('applicable', at) === undefined) return [];
    return [
      {
        criterion,
        ...attained(look, at),
        unanswered: look('unanswered', at) ?? 'withheld',
        notApplicable: look('not_applicable', at) ?? 'withheld',
        levels: criterion.levels.map((_, i) => look('level', { ...at, level: String(i + 1) }) ?? 'withheld')
      }
    ];
  });
}

function themes(look: Look, shown: CriterionShown[]): ThemeShown[] {
  const names = [...new Set(shown.map(({ criterion }) => criterion.theme))];
  return names.flatMap((theme) => {
    const at = { theme: themeName(theme) };
    if (look('applicable', at) === undefined) return [];
    const own = shown.filter(({ criterion }) => criterion.theme === theme).length;
    return [
      { theme, criteria: own, ...attained(look, at), unanswered: look('unanswered', at) ?? 'withheld' }
    ];
  });
}

function corridorsOf({ cells }: WaveCells): string[] {
  return [...new Set(cells.map(({ corridor }) => corridor))].filter((corridor) => corridor !== '').sort();
}

function corridors(look: Look, wave: WaveCells): CorridorShown[] {
  return corridorsOf(wave).map((corridor) => {
    const at = { corridor };
    return {
      corridor: corridor === noCorridor ? '' : corridor,
      ...attained(look, at),
      vendors: look('vendors', at) ?? 'withheld',
      products: look('products', at) ?? 'withheld',
      rated: look('rated', at) ?? 'withheld',
      bands: bands(look, wave.edges, at)
    };
  });
}

/** Cells by corridor of each theme or criterion; no row where nothing was counted so. */
function crossed(
  names: string[],
  at: (name: string) => Dimensions,
  look: Look,
  wave: WaveCells
): CrossedRow[] {
  const columns = corridorsOf(wave);
  return names.flatMap((name) => {
    const dimensions = columns.map((corridor) => ({ ...at(name), corridor }));
    const isCounted = dimensions.some((dimension) => look('applicable', dimension) !== undefined);
    return isCounted ? [{ name, cells: dimensions.map((dimension) => attained(look, dimension)) }] : [];
  });
}

function waveOf(look: Look, wave: WaveCells): WaveCounts {
  const { campaign, median, edges } = wave;
  const shown = criteria(look, wave);
  return {
    campaign,
    median,
    sizes: {
      vendors: size(look, 'vendors'),
      products: size(look, 'products'),
      rated: look('rated') ?? 'withheld'
    },
    bands: bands(look, edges),
    criteria: shown,
    themes: themes(look, shown),
    corridors: corridors(look, wave)
  };
}

function beforeOf(now: Look, before: WaveCells): Before {
  const panel = { panel: size(now, 'panel'), entrants: size(now, 'entrants'), leavers: size(now, 'leavers') };
  return { ...waveOf(lookOf(before), before), ...panel };
}

/** All that the figures rest on, from cells alone. */
export function countsOfCells(wave: WaveCells, before?: WaveCells): DossierCounts {
  const look = lookOf(wave);
  const counted = waveOf(look, wave);
  const codes = counted.criteria.map(({ criterion }) => criterion.code);
  const themeNames = counted.themes.map(({ theme }) => theme);
  return {
    ...counted,
    themesByCorridor: crossed(themeNames, (theme) => ({ theme: themeName(theme) }), look, wave),
    criteriaByCorridor: crossed(codes, (criterion) => ({ criterion }), look, wave),
    ...(before ? { before: beforeOf(look, before) } : {})
  };
}
