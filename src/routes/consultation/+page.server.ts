import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { hasError } from '#lib/commands/dialogue-import.ts';
import { importComments } from '#lib/commands/import-comments.ts';
import { issuesOf } from '#lib/commands/issues.ts';
import {
  consultationWords,
  decisionWord,
  stanceWord,
  treatmentRefusal,
  type TreatmentFlaw
} from '#lib/i18n/consultation.ts';
import { treatmentStates } from '#lib/maturity/comment-filters.ts';
import { decisions } from '#lib/maturity/consultation.ts';
import { stances } from '#lib/maturity/stance.ts';
import { askedComments } from '#lib/reports/consultation-data.ts';
import { consultationLines, gatheredBySubject } from '#lib/reports/consultation-lines.ts';
import { consultationReport } from '#lib/reports/consultation.ts';
import { subjectCode } from '#lib/reports/figures/stances-by-requirement.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as treatments from '#lib/server/treatments.ts';
import { askedByAddress } from '../asked.ts';
import { pageOf } from '../page-of.ts';
import { placed } from '../placed.ts';
import { authorOf } from '../author.ts';

const pageLength = 40;
const mostProblems = 100;

export async function load(event) {
  const { locals, url } = event;
  const { store, locale } = locals;
  const asked = await askedByAddress(store, url);
  const words = consultationWords(locale);
  if (!asked) return { words };
  const report = await consultationReport(store, asked, askedComments(url.searchParams), locale);
  const { headline, lede, keys, figures, data } = report;
  const lines = pageOf(consultationLines(report, words.takenBack, locale), url, pageLength);
  const { page, pages, from, total } = lines;
  return {
    words,
    report: { headline, lede, keys, figures: placed(event, figures, () => 12) },
    subjects: gatheredBySubject(lines.lines.map((line) => line())),
    paged: { page, pages, from, total, shown: lines.lines.length },
    comments: data.whole.comments,
    choices: {
      requirement: data.whole.subjects.map((subject) => ({ value: subject.key, text: subjectCode(subject) })),
      stance: stances.map((value) => ({ value, text: stanceWord(value, locale) })),
      type: data.whole.types.flatMap(({ type }) => (type === '' ? [] : [{ value: type, text: type }])),
      treatment: treatmentStates.map((value) => ({ value, text: decisionWord(value, locale) }))
    }
  };
}

async function campaignOf({ locals, url }: RequestEvent): Promise<Campaign> {
  return (await askedByAddress(locals.store, url))?.campaign ?? error(404, 'no campaign');
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

export const actions = {
  async import(event) {
    const { request, locals } = event;
    const form = await request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '')
      return fail(400, { imported: { stored: false, accepted: 0, issues: [] } });
    const by = authorOf(text(form, 'by'));
    const asked = { campaign: await campaignOf(event), origin: 'page' as const, ...(by ? { by } : {}) };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { stored, accepted, issues } = await importComments(locals.store, asked, {
      name: file.name,
      bytes
    });
    const shown = issuesOf(issues.slice(0, mostProblems), locals.locale);
    const imported = { stored, accepted: accepted.comments, issues: shown };
    return hasError(issues) ? fail(422, { imported }) : { imported };
  },

  async treat(event) {
    const { request, locals } = event;
    const form = await request.formData();
    const [target, said, reason, by] = ['target', 'decision', 'reason', 'by'].map((name) => text(form, name));
    const outcome = { target: target ?? '', said: said ?? '', reason: reason ?? '', by: by ?? '' };
    const decision = decisions.find((one) => one === said) ?? null;
    const refuse = (refusal: TreatmentFlaw) =>
      fail(422, { treated: { ...outcome, refusal: treatmentRefusal(refusal, locals.locale) } });
    if (decision === null && said !== 'none') return refuse('no_decision');
    const { id: campaignId } = await campaignOf(event);
    const asked = {
      campaignId,
      target: outcome.target,
      decision,
      reason: outcome.reason,
      by: authorOf(by)
    };
    const refusal = await locals.store.write((db) => treatments.create(db, asked));
    return refusal ? refuse(refusal) : { treated: { ...outcome, refusal: undefined } };
  }
};
