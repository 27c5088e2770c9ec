import { expect, test } from 'vitest';
import type { ScenarioFigures } from '#lib/reports/scenario-answer.ts';
import { requirementFigures } from '#lib/reports/dossier/figures/calibration.ts';
import { criterionRow, questionnaire } from '#tests/ingest/builders.ts';

/** A scenario of so many requirements, the first `below` of them attained by one product in ten. */
function figures(count: number, below: number, label: string) {
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
  const asked = questionnaire(...codes.map((code) => criterionRow({ code, title_fr: `${label} ${code}` })));
  return requirementFigures(scenario, 1, asked, 'fr').map(({ title, table }) => [
    title.replaceAll('\u00a0', ' '),
    table.rows.length
  ]);
}

test('requirements are shared out evenly, as many a slide as their labels leave room for; the title is of all', () => {
  expect(figures(11, 0, 'Court')).toEqual([
    ['« A » : chaque exigence est atteinte par la moitié au moins des produits concernés', 11]
  ]);
  const title = '« A » : 3 exigences sont atteintes par moins de la moitié des produits concernés';
  expect(figures(14, 3, 'Court')).toEqual([
    [`${title} (1/2)`, 7],
    [`${title} (2/2)`, 7]
  ]);
  expect(figures(9, 1, 'Un intitulé qui prend deux lignes sur une diapositive').map(([, n]) => n)).toEqual([
    5, 4
  ]);
});
