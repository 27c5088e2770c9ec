import { cellKey, type CellName } from '#lib/maturity/publication/cell.ts';
import type { CriterionFacts, Denominator, Segment } from '#lib/maturity/publication/facts.ts';
import type { Thresholds } from '#lib/maturity/publication/thresholds.ts';
import type { Material } from './material.ts';
import type { Rule } from './rules.ts';
import { attainedRule, bandsRule, tooFew } from './sensitivity.ts';
import { answersUnit, bandsUnit, wholeUnits, type Unit } from './unit.ts';

/** A unit with the rule by which it is withheld, or printed as « under 3 », whatever becomes of others. */
export interface RuledUnit extends Unit {
  rule?: Rule;
}

/** An attained count of the whole campaign below this is printed as « under 3 ». */
const smallBelow = 3;

type Place = Pick<CellName, 'campaign' | 'criterion' | 'theme' | 'corridor'>;

/** What a table by corridor, by theme … is worth; whole campaign's counts are given up last. */
const worth = {
  bands: 12,
  themeBands: 6,
  corridor: 5,
  theme: 3,
  criterion: 2,
  themeByCorridor: 2,
  crossed: 1
};

/** More is lost with a count that more products stand behind. */
function lossOf(value: number, { rated }: Denominator, products: number): number {
  return value * (100 + Math.round((99 * rated) / Math.max(1, products)));
}

function ruled(unit: Unit, rule: Rule | undefined): RuledUnit {
  return rule ? { ...unit, rule } : unit;
}

function ofWhole(
  place: Place,
  facts: Denominator & { attained: number },
  levels: number,
  loss: number,
  thresholds: Thresholds
): RuledUnit[] {
  const few = tooFew(facts, thresholds);
  return wholeUnits(place, levels, loss).map((unit) => {
    const isSmall = unit.cells[0]?.measure === 'attained' && facts.attained < smallBelow;
    return ruled(unit, few ?? (isSmall ? 'small' : undefined));
  });
}

/**
 * Bands of a segment with the products that they add up to. Where a common criterion rates all products, these tell nothing
 * of the bands, and are withheld only where the bands are sensitive themselves.
 */
function ofBands(
  place: Place,
  { bands, criteria }: Material,
  loss: number,
  rule: Rule | undefined
): RuledUnit {
  const unit = ruled(bandsUnit(place, bands, loss), rule);
  const tellsNothing = place.theme === '' && criteria.some(({ scope }) => scope === 'common');
  return tellsNothing && !rule ? { ...unit, cells: unit.cells.filter(({ band }) => band !== '') } : unit;
}

function ofSegment(material: Material, row: Segment, products: number, thresholds: Thresholds): RuledUnit[] {
  const { theme, corridor } = row;
  const place = { campaign: material.campaign, criterion: '', theme: theme ?? '', corridor: corridor ?? '' };
  const loss = (value: number) => lossOf(value, row, products);
  if (corridor === null) {
    const bands = loss(theme === null ? worth.bands : worth.themeBands);
    const whole = theme === null ? [] : ofWhole(place, row, 0, loss(worth.theme), thresholds);
    return [ofBands(place, material, bands, tooFew(row, thresholds)), ...whole];
  }
  const changed: Rule | undefined = material.changedCorridors.has(corridor) ? 'difference' : undefined;
  const value = loss(theme === null ? worth.corridor : worth.themeByCorridor);
  return [
    ofBands(place, material, value, bandsRule(row, thresholds) ?? changed),
    ruled(answersUnit(place, value), attainedRule(row, thresholds) ?? changed)
  ];
}

function ofCriterion(
  material: Material,
  facts: CriterionFacts,
  products: number,
  thresholds: Thresholds
): RuledUnit[] {
  const { code, corridor } = facts;
  const place = { campaign: material.campaign, criterion: code, theme: '', corridor: corridor ?? '' };
  if (facts.corridor === null) {
    const levels = material.criteria.find((criterion) => criterion.code === code)?.levels ?? 0;
    return ofWhole(place, facts, levels, lossOf(worth.criterion, facts, products), thresholds);
  }
  const changed: Rule | undefined = material.changedCorridors.has(facts.corridor) ? 'difference' : undefined;
  const unit = answersUnit(place, lossOf(worth.crossed, facts, products));
  return [ruled(unit, attainedRule(facts, thresholds) ?? changed)];
}

/** All that can be withheld of the counts, with what must be. */
export function sensitiveUnits(material: Material, thresholds: Thresholds): RuledUnit[] {
  const products =
    material.segments.find((row) => row.theme === null && row.corridor === null)?.products ?? 0;
  const stated = new Set(material.counts.map(cellKey));
  return [
    ...material.segments.flatMap((row) => ofSegment(material, row, products, thresholds)),
    ...material.criterionFacts.flatMap((facts) => ofCriterion(material, facts, products, thresholds))
  ]
    .map((unit) => ({ ...unit, cells: unit.cells.filter((cell) => stated.has(cellKey(cell))) }))
    .filter(({ cells }) => cells.length > 0);
}
