import type { LevelCriterion, LevelProduct } from '#lib/maturity/level-table.ts';
import type { Requirement } from '#lib/maturity/requirements.ts';
import type { Studied } from './random-levels.ts';

/*
 * Definitions 6 and 11 of domain.md in plain loops, one question at a time, with no code of `src`: what the counts made in
 * one pass are compared with.
 */

interface Asked {
  criterion: string;
  level: number;
}

function levelOf({ table }: Studied, product: LevelProduct, code: string): number {
  const column = table.criteria.findIndex((criterion) => criterion.code === code);
  return column < 0 ? -1 : (product.levels[column] ?? -1);
}

function applying(studied: Studied, product: LevelProduct, set: Asked[]): Asked[] {
  return set.filter(({ criterion }) => levelOf(studied, product, criterion) !== -1);
}

function failed(studied: Studied, product: LevelProduct, set: Asked[]): Asked[] {
  return applying(studied, product, set).filter(
    ({ criterion, level }) => levelOf(studied, product, criterion) < level
  );
}

function missing(studied: Studied, product: LevelProduct, set: Asked[]): number {
  return failed(studied, product, set).reduce(
    (sum, { criterion, level }) => sum + level - levelOf(studied, product, criterion),
    0
  );
}

function concerned(studied: Studied, set: Asked[], products = studied.table.products): LevelProduct[] {
  return products.filter((product) => applying(studied, product, set).length > 0);
}

function passing(studied: Studied, set: Asked[], products = studied.table.products): LevelProduct[] {
  return concerned(studied, set, products).filter((product) => failed(studied, product, set).length === 0);
}

function vendors(products: LevelProduct[]): number {
  return new Set(products.map(({ vendorKey }) => vendorKey)).size;
}

/** The mandatory lines whose criterion the table has. */
export function mandatoryOf({ table, requirements }: Studied): (Asked & Requirement)[] {
  const codes = new Set(table.criteria.map(({ code }) => code));
  return requirements.flatMap((line) => {
    const { criterion, level, status } = line;
    if (criterion === null || level === null || status !== 'mandatory' || !codes.has(criterion)) return [];
    return [{ ...line, criterion, level }];
  });
}

function addable(studied: Studied, set: Asked[]) {
  const others = studied.table.criteria.filter(
    ({ code }) => !set.some(({ criterion }) => criterion === code)
  );
  const rows = others.map(({ code, target }: LevelCriterion) => {
    const line = studied.requirements.find(({ criterion }) => criterion === code);
    const more = { criterion: code, level: line?.level ?? target };
    const left = passing(studied, [...set, more]);
    return { ...more, passing: left.length, concerned: concerned(studied, [more], left).length };
  });
  return rows.sort((a, b) => b.passing - a.passing || b.concerned - a.concerned);
}

function groups<Key>(studied: Studied, set: Asked[], keys: Key[], keyOf: (product: LevelProduct) => Key) {
  return keys.flatMap((key) => {
    const own = studied.table.products.filter((product) => keyOf(product) === key);
    if (own.length === 0) return [];
    const able = passing(studied, set, own);
    return [
      { key, applicable: concerned(studied, set, own).length, passing: able.length, vendors: vendors(able) }
    ];
  });
}

export function naiveConsequences(studied: Studied) {
  const { table, requirements } = studied;
  const { products } = table;
  const set = mandatoryOf(studied);
  const able = passing(studied, set);
  const reach = concerned(studied, set);
  const count = (status: string) =>
    requirements.filter(
      (line) => table.criteria.some(({ code }) => code === line.criterion) && line.status === status
    ).length;
  const upTo = (distance: (product: LevelProduct) => number) =>
    [0, 1, 2, 3].map((k) => reach.filter((product) => distance(product) <= k).length);
  return {
    requirements: {
      mandatory: count('mandatory'),
      recommended: count('recommended'),
      candidate: count('candidate'),
      unknown: requirements.filter(({ criterion }) => criterion === null).length
    },
    applicable: reach.length,
    passing: able.length,
    admitted: products.filter((product) => failed(studied, product, set).length === 0).length,
    vendors: { applicable: vendors(reach), passing: vendors(able) },
    lacking: upTo((product) => failed(studied, product, set).length),
    within: upTo((product) => missing(studied, product, set)),
    effort: products.reduce((sum, product) => sum + missing(studied, product, set), 0),
    corridors: groups(studied, set, ['', 'Hôpital', 'Imagerie'], ({ corridor }) => corridor).map(
      ({ key, ...group }) => ({ corridor: key, ...group })
    ),
    themes: ['ssi', 'ie', 'iam', null].flatMap((theme) => {
      const own = set.filter((line) => line.theme === theme);
      if (own.length === 0) return [];
      return [{ theme, applicable: concerned(studied, own).length, passing: passing(studied, own).length }];
    }),
    perRequirement: set.map((line) => {
      const rest = set.filter((other) => other !== line);
      const own = concerned(studied, [line]);
      return {
        criterion: line.criterion,
        level: line.level,
        applicable: own.length,
        attained: passing(studied, [line]).length,
        blocksAlone: own.filter((product) => {
          const all = failed(studied, product, set);
          return all.length === 1 && all[0]?.criterion === line.criterion;
        }).length,
        passingIfDropped: passing(studied, rest).length
      };
    }),
    addable: addable(studied, set),
    vendorSizes: groups(studied, set, [0, 1, 2], ({ vendorProducts: n }) => (n < 2 ? 0 : n < 4 ? 1 : 2)).map(
      ({ key, ...group }) => ({ sizeClass: key, ...group })
    )
  };
}

/** Share by share, as the domain words it. */
export function naiveFirmness(studied: Studied): number {
  const { products } = studied.table;
  if (products.length === 0) return 0;
  return mandatoryOf(studied).reduce(
    (sum, line) => sum + line.weight * (concerned(studied, [line]).length / products.length),
    0
  );
}

export function naiveLacks(studied: Studied) {
  const set = mandatoryOf(studied);
  return studied.table.products.map((product) => ({
    id: product.id,
    applicable: applying(studied, product, set).length,
    missing: missing(studied, product, set),
    lacks: failed(studied, product, set).map(({ criterion }) => criterion)
  }));
}
