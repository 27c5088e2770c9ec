import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { heading, inPage, open } from './browser.ts';
import { csv, drop, send } from './import-steps.ts';
import { rawSurvey, surveyQuestionnaire } from './raw-survey.ts';
import { palier, withServer } from './served.ts';

const respondents = 400;

/** The figures by the command line, which is told what the columns hold by options. */
async function figuresByCommand(): Promise<Record<string, unknown>> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'palier-survey-'));
  try {
    const [questions, answers] = [path.join(dir, 'q.csv'), path.join(dir, 'raw.csv')];
    await writeFile(questions, surveyQuestionnaire);
    await writeFile(answers, rawSurvey(respondents));
    const fields = ['product=RespondentID', 'vendor=RespondentID', 'corridor=Location (Census Region)'];
    const maps = fields.flatMap((field) => ['--map', field]);
    const store = path.join(dir, 'store');
    await palier(store, 'import', '--campaign', 'survey', '--questionnaire', questions, ...maps, answers);
    const { stdout } = await palier(store, 'stats', '--campaign', 'survey', '--json');
    return JSON.parse(stdout) as Record<string, unknown>;
  } finally {
    await rm(dir, { recursive: true });
  }
}

test('a published survey gets in by the page, two columns named, with the command line’s figures', () =>
  withServer(({ address }) =>
    inPage(
      async (page) => {
        await open(page, '/imports?lang=fr');
        await page.getByLabel('Code de la campagne').fill('survey');
        await page
          .getByLabel('Questionnaire (CSV')
          .setInputFiles(csv('questionnaire.csv', surveyQuestionnaire));
        await drop(page, [{ name: 'raw.csv', text: rawSurvey(respondents) }]);
        await page.getByRole('table', { name: 'Début de raw.csv' }).waitFor();
        await send(page);
        await page.getByLabel('Contient, pour RespondentID').selectOption('["product","vendor"]');
        await page.getByLabel('Contient, pour Location (Census Region)').selectOption('["corridor"]');
        await page.getByRole('button', { name: 'Appliquer la correspondance' }).click();
        await expect.poll(() => heading(page)).toBe(`Prêt à importer : ${respondents} nouveaux produits`);
        await page.getByRole('button', { name: 'Importer', exact: true }).click();
        await expect.poll(() => heading(page)).toMatch(/^Import enregistré/);
        for (const [what, figures] of Object.entries(await figuresByCommand())) {
          const answer = await page.request.get(`${address}/api/v1/campaigns/survey/${what}`);
          expect(await answer.json(), what).toEqual(figures);
        }
      },
      { address }
    )
  ));
