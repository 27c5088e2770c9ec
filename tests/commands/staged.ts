import { checkStaged, choicesOf } from '#lib/commands/staged-check.ts';
import { applyForm } from '#lib/commands/staged-form.ts';
import { confirmStaged } from '#lib/commands/staged-import.ts';
import { stagedView } from '#lib/commands/staged-view.ts';
import * as imports from '#lib/server/imports.ts';
import * as staging from '#lib/server/staging.ts';
import type { Role, Upload } from '#lib/server/staging.ts';
import { contents, type Store } from '#lib/server/store.ts';
import { criterionRow, delimited } from '#tests/ingest/builders.ts';

export const questionnaire = delimited([
  criterionRow(),
  criterionRow({ code: 'Q2', scope: 'conditional', label_fr: 'Badges ?' }),
  criterionRow({ code: 'Q3', label_fr: 'Journaux ?', level_4_fr: 'Toujours' })
]);
export const survey =
  'Nom;Maison;Q01;Q2;Q3;courriel\nAlpha;Acme;Ouii;NSP;Toujours;a@b.example\nBêta;Acme;2;Ouii;1;\n';

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}

export async function stage(
  store: Store,
  files: [name: string, text: string, role?: Role][],
  campaign = 'v1'
): Promise<Upload> {
  const draft = await staging.begin(store.dir);
  for (const [name, text, role = 'answers'] of files) await staging.add(draft, { name, role }, bytes(text));
  return staging.finish(draft, { campaign, campaignName: '', questionnaireOf: '' });
}

export function stageSurvey(store: Store, text = survey) {
  return stage(store, [
    ['q.csv', questionnaire, 'questionnaire'],
    ['survey.csv', text]
  ]);
}

/** What the page would send with nothing touched but what is given. */
export async function apply(
  store: Store,
  upload: Upload,
  changes: Record<string, string> = {}
): Promise<boolean> {
  const check = await checkStaged(store, upload);
  const view = stagedView(upload, check, await choicesOf(store.dir, upload.id), 'fr');
  const form = new FormData();
  form.set('token', view.token);
  for (const { place, saidEncoding, saidDelimiter } of view.files) {
    form.set(`encoding-${place}`, saidEncoding);
    form.set(`delimiter-${place}`, saidDelimiter);
  }
  const columns = view.shapes.flatMap(({ open, held }) => [...open, ...held]);
  for (const { name, value, isRepeated } of columns) if (!isRepeated) form.set(name, value);
  for (const { name, value } of view.answers) form.set(name, value);
  for (const [name, value] of Object.entries(changes)) form.set(name, value);
  return applyForm(store, upload, form);
}

export async function confirm(
  store: Store,
  upload: Upload,
  partial = false,
  names = new Map<number, string>()
) {
  const { token } = await checkStaged(store, upload);
  return confirmStaged(store, upload, { token, partial, names });
}

export function stored(store: Store) {
  return store.read(async (db) => {
    const tables = await contents(db);
    return { responses: tables['response']?.length, imports: (await imports.list(db)).length };
  });
}
