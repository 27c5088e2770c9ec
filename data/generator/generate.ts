import { mkdirSync, writeFileSync } from 'node:fs';
import { audit } from './audits/forms.ts';
import { checkAgainstConsultation, scenariosOf2025, scenariosOf2026 } from './calibration/scenarios.ts';
import type { Scenario } from './calibration/requirement.ts';
import { consult } from './consultation/comments.ts';
import { formatLong, formatWide } from './files/answerFiles.ts';
import { formatControls, formatForms } from './files/auditFiles.ts';
import { formatComments } from './files/commentsFile.ts';
import { formatExpected } from './files/expectedFile.ts';
import { formatQuestionnaire } from './files/questionnaireFile.ts';
import { formatScenario } from './files/scenarioFile.ts';
import { firstCampaign } from './model/firstCampaign.ts';
import { respond } from './model/response.ts';
import { secondCampaign } from './model/secondCampaign.ts';
import { answeredIn2025, silentIn2025, silentIn2026 } from './products/first.ts';
import { entrants, panel } from './products/second.ts';
import type { Criterion } from './questionnaire/criterion.ts';
import { criteria, targetIn2025, targetIn2026 } from './questionnaire/questionnaire.ts';
import { createRandom } from './random.ts';

const folder = new URL('../sample/', import.meta.url);

const v1 = {
  code: 'v1',
  name: 'Campagne 2025',
  opened: '2025-02-03',
  closed: '2025-04-30',
  status: 'final',
  questionnaire: 'questionnaire-2025.csv',
  answers: 'v1-answers.csv',
  expected: 'v1-expected.csv',
  scenarios: named(scenariosOf2025)
};

const v2 = {
  code: 'v2',
  name: 'Campagne 2026',
  opened: '2026-02-02',
  closed: '2026-04-30',
  status: 'provisional',
  questionnaire: 'questionnaire-2026.csv',
  answers: 'v2-answers.csv',
  expected: 'v2-expected.csv',
  comments: 'v2-comments.csv',
  controls: 'v2-controls.csv',
  audits: 'v2-audits.csv',
  scenarios: named(scenariosOf2026)
};

/** Picked among many for a natural spread. One a step, so that a change in a later step leaves the earlier as it was. */
const seeds = {
  first: 1444,
  firstFiling: 20250203,
  second: 1723,
  secondFiling: 20260202,
  consultation: 20260504,
  audits: 20260607
};

const first = firstCampaign(createRandom(seeds.first));
const second = secondCampaign(first, createRandom(seeds.second));
const firstResponses = respond(first.grid, criteria, v1, createRandom(seeds.firstFiling));
const secondResponses = respond(second, criteria, v2, createRandom(seeds.secondFiling));

checkAgainstConsultation();
mkdirSync(folder, { recursive: true });
write('campaigns.json', `${JSON.stringify([v1, v2], null, 2)}\n`);
write(v1.questionnaire, formatQuestionnaire(targetIn2025));
write(v1.answers, formatWide(firstResponses, criteria));
write(v1.expected, formatExpected([...answeredIn2025, ...silentIn2025]));
write(v2.questionnaire, formatQuestionnaire(targetIn2026));
write(v2.answers, formatLong(secondResponses));
write(v2.comments, formatComments(consult(panel, criteria, '2026-05-04', createRandom(seeds.consultation))));
write(v2.expected, formatExpected([...panel, ...entrants, ...silentIn2026]));
write(v2.controls, formatControls());
write(v2.audits, formatForms(audit(secondResponses, targetOfCode, 27, createRandom(seeds.audits))));
writeScenarios(scenariosOf2025, targetIn2025);
writeScenarios(scenariosOf2026, targetIn2026);

function named(scenarios: Scenario[]): { name: string; file: string }[] {
  return scenarios.map(({ name, file }) => ({ name, file }));
}

function writeScenarios(scenarios: Scenario[], targetOf: (criterion: Criterion) => number): void {
  for (const { file, lines } of scenarios) write(file, formatScenario(lines, criteria, targetOf));
}

function targetOfCode(code: string): number {
  const criterion = criteria.find((one) => one.code === code);
  if (!criterion) throw new Error(`no such criterion: ${code}`);
  return targetIn2026(criterion);
}

function write(name: string, text: string): void {
  writeFileSync(new URL(name, folder), text);
}
