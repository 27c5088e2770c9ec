import { expect, test } from 'vitest';
import type { ScenarioFigures } from '#lib/reports/scenario-answer.ts';
import { requirementsFigure } from '#lib/reports/dossier/figures/calibration.ts';
import { criterionRow, questionnaire } from '#tests/ingest/builders.ts';

/** A scenario of so many requirements, the first `below` of them attained by one product in ten. */
function figure(count: number, below: number) {
  const codes = Array.from({ length: count }, (_, i) => `Q${i + 1}`);
  const perRequirement = codes.map((criterion, i) => ({
    criterion,
    level: 2,
    applicable: 10,
    attained: i < below ? 1 : 9,
    blocksAlone: 0,
    passingIfDropped: 0
  }));
  const scenario = { name: 'A', perRequirement } as unknown as ScenarioFigures;
  const asked = questionnaire(...codes.map((code) => criterionRow({ code, title_fr: code })));
  const made = requirementsFigure(scenario, 1, asked, 'fr');
  return made && [made.title.replaceAll('\u00a0', ' '), made.table.rows.length];
}

test('the title of a scenario’s requirements is of all of them', () => {
  expect(figure(11, 0)).toEqual([
    '« A » : chaque exigence est atteinte par la moitié au moins des produits concernés',
    11
  ]);
  expect(figure(40, 3)).toEqual([
    '« A » : 3 exigences sont atteintes par moins de la moitié des produits concernés',
    40
  ]);
  expect(figure(0, 0)).toBeUndefined();
});
