import { error, fail } from '@sveltejs/kit';
import { hasError } from '#lib/commands/dialogue-import.ts';
import { importAudits } from '#lib/commands/import-audits.ts';
import { issuesOf } from '#lib/commands/issues.ts';
import { auditsWords } from '#lib/i18n/audits.ts';
import type { InputFile } from '#lib/ingest/types.ts';
import { parseLimits, type EligibilityLimits } from '#lib/maturity/eligibility.ts';
import { auditsReport } from '#lib/reports/audits.ts';
import { askedByAddress } from '../asked.ts';
import { pageOf } from '../page-of.ts';
import { placed } from '../placed.ts';
import { authorOf } from '../author.ts';

const mostProblems = 100;

function limitsOf({ searchParams }: URL): EligibilityLimits {
  try {
    return parseLimits(searchParams);
  } catch (thrown) {
    if (thrown instanceof RangeError) error(400, thrown.message);
    throw thrown;
  }
}

export async function load(event) {
  const { locals, url } = event;
  const { store, locale } = locals;
  const limits = limitsOf(url);
  const asked = await askedByAddress(store, url);
  const words = auditsWords(locale);
  if (!asked) return { limits, words };
  const { lines, figures, outside, forms, scenarios, ...report } = await auditsReport(
    store,
    asked,
    limits,
    locale
  );
  const shown = pageOf(lines, url);
  const { page, pages, from, total } = shown;
  return {
    limits,
    words,
    report,
    figures: placed(event, figures, () => 12),
    lines: shown.lines,
    paged: { page, pages, from, total, shown: shown.lines.length },
    outside: outside.slice(0, 100),
    forms,
    scenarios
  };
}

async function fileOf(form: FormData, name: string): Promise<InputFile | undefined> {
  const file = form.get(name);
  if (!(file instanceof File) || file.name === '') return undefined;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

export const actions = {
  async import({ request, locals: { store, locale }, url }) {
    const form = await request.formData();
    const [controls, forms] = [await fileOf(form, 'controls'), await fileOf(form, 'file')];
    if (!controls || !forms) return fail(400, { imported: { stored: false, accepted: 0, issues: [] } });
    const { campaign } = (await askedByAddress(store, url)) ?? error(404, 'no campaign');
    const by = authorOf(String(form.get('by') ?? ''));
    const asked = { campaign, origin: 'page' as const, ...(by ? { by } : {}) };
    const { stored, accepted, issues } = await importAudits(store, asked, { controls, forms });
    const shown = issuesOf(issues.slice(0, mostProblems), locale);
    const imported = { stored, accepted: accepted.results, issues: shown };
    return hasError(issues) ? fail(422, { imported }) : { imported };
  }
};
