import fc from 'fast-check';
import { bandIndex, type Edges } from '#lib/maturity/bands.ts';
import { obstacles, type NotCompared } from '#lib/maturity/comparability.ts';
import { evolutionOf } from '#lib/maturity/evolution.ts';
import type { Standing } from '#lib/maturity/standing.ts';
import type { EvolutionData } from '#lib/reports/evolution-data.ts';

const marks = ['-', '0', '0', '3', '3', '1'];

/** Marks of both waves: mixed, alike, or moving mostly one way, so that findings come up too. */
function marksOf(criteria: number): fc.Arbitrary<[string, string]> {
  const times = (mark: fc.Arbitrary<string>) =>
    fc.array(mark, { minLength: criteria, maxLength: criteria }).map((all) => all.join(''));
  const mixed = times(fc.constantFrom(...marks));
  return fc.oneof(
    fc.tuple(mixed, mixed),
    mixed.map((all): [string, string] => [all, all]),
    times(fc.constantFrom('0', '0', '0', '3')).map((all): [string, string] => [all, '3'.repeat(criteria)]),
    times(fc.constantFrom('3', '3', '0')).map((all): [string, string] => [all, '0'.repeat(criteria)]),
    fc.constant<[string, string]>(['-'.repeat(criteria), '-'.repeat(criteria)])
  );
}

function standing(i: number, vendor: string, all: string, wave: 1 | 2, edges: Edges): Standing {
  const counted = [...all].filter((mark) => mark !== '-');
  const attained = counted.filter((mark) => (Number(mark) & wave) !== 0).length;
  const id = `p${i}`;
  return {
    id,
    product: `Produit ${i}`,
    vendor,
    vendorKey: vendor.toLowerCase(),
    applicable: counted.length,
    attained,
    band: bandIndex(attained, counted.length, edges) ?? null,
    marks: all
  };
}

const product = (criteria: number, oneEach: boolean) =>
  fc.record({
    marks: marksOf(criteria),
    vendor: oneEach ? fc.constant(undefined) : fc.constantFrom('Alpha', 'Bêta', 'Gamma'),
    waves: fc.constantFrom<('before' | 'after')[]>(
      ['before', 'after'],
      ['before', 'after'],
      ['before'],
      ['after']
    )
  });

const names = fc.constantFrom(
  { before: '2025', after: '2026' },
  { before: 'pilote', after: 'Campagne d’automne' }
);
const aparts = fc.array(
  fc.constantFrom(...obstacles).map((obstacle): NotCompared => ({ code: 'X1', obstacle })),
  { maxLength: 2 }
);

/** Everything that the page shows, from random marks, by the domain's own functions. */
export const randomEvolution: fc.Arbitrary<EvolutionData> = fc
  .tuple(
    fc.constantFrom(0, 1, 3, 20),
    fc.boolean(),
    fc.constantFrom<Edges>([20, 60, 80], [50], [25, 50, 75]),
    names,
    aparts
  )
  .chain(([criteria, oneEach, edges, names, apart]) =>
    fc
      .tuple(
        fc.array(product(criteria, oneEach), { maxLength: 24 }),
        fc.array(fc.boolean(), { minLength: criteria, maxLength: criteria })
      )
      .map(([drawn, harder]) => {
        const compared = harder.map((isHarder, i) => ({
          code: `Q${i + 1}`,
          before: i,
          after: i,
          targetBefore: 2,
          targetAfter: isHarder ? 3 : 2
        }));
        const wave = (name: 'before' | 'after') =>
          drawn.flatMap(({ marks: [then, now], vendor, waves }, i) =>
            waves.includes(name)
              ? [
                  standing(
                    i,
                    vendor ?? `Éditeur ${i}`,
                    name === 'before' ? then : now,
                    name === 'before' ? 1 : 2,
                    edges
                  )
                ]
              : []
          );
        const standings = { before: wave('before'), after: wave('after') };
        const questionnaire = {
          criteria: compared.map(({ code }, i) => ({
            code,
            theme: 'T',
            scope: 'common' as const,
            condition: '',
            appliesWhen: '',
            obligation: '',
            titleFr: `Critère n° ${i + 1}`,
            titleEn: `Criterion no. ${i + 1}`,
            labelFr: '',
            labelEn: '',
            levels: [],
            target: 2
          }))
        };
        return { evolution: evolutionOf({ compared, apart }, standings, edges), names, questionnaire };
      })
  );
