import { error, fail, redirect } from '@sveltejs/kit';
import { checkStaged, choicesOf } from '#lib/commands/staged-check.ts';
import { applyForm } from '#lib/commands/staged-form.ts';
import { confirmStaged, useProfile, type StagedOutcome } from '#lib/commands/staged-import.ts';
import { stagedView } from '#lib/commands/staged-view.ts';
import * as imports from '#lib/server/imports.ts';
import * as staging from '#lib/server/staging.ts';
import type { Upload } from '#lib/server/staging.ts';
import type { Store } from '#lib/server/store.ts';
import { askedByAddress } from '../../asked.ts';
import { confirmationOf } from './confirmation.ts';

async function uploadOf(store: Store, id: string): Promise<Upload> {
  return (await staging.find(store.dir, id)) ?? error(404, `unknown upload: ${id}`);
}

/** Where an upload is no more, its address tells what became of it, also to whoever comes back to it. */
async function resultOf(store: Store, id: string) {
  const outcome = await staging.outcome<StagedOutcome>(store.dir, id);
  if (!outcome) return undefined;
  const history = await store.read((db) => imports.list(db));
  return { ...outcome, record: history.find((record) => record.id === outcome.id) };
}

export async function load({ params: { id }, locals: { store, locale }, url }) {
  await askedByAddress(store, url);
  const result = await resultOf(store, id);
  if (result) return { result };
  const upload = await uploadOf(store, id);
  const [check, choices] = await Promise.all([checkStaged(store, upload), choicesOf(store.dir, id)]);
  return { staged: stagedView(upload, check, choices, locale) };
}

/** Every step ends in a redirect to the page itself, so that reloading it repeats nothing. */
function back(url: URL): never {
  const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
  redirect(303, `${url.pathname}?${new URLSearchParams(kept).toString()}`);
}

export const actions = {
  async apply({ request, params, locals: { store }, url }) {
    const applied = await applyForm(store, await uploadOf(store, params.id), await request.formData());
    if (!applied) return fail(409, { refused: 'stale' as const });
    back(url);
  },

  async profile({ request, params, locals: { store }, url }) {
    const form = await request.formData();
    const upload = await uploadOf(store, params.id);
    const name = String(form.get('profile') ?? '');
    if (!(await useProfile(store, upload, Number(form.get('shape')), name)))
      return fail(409, { refused: 'stale' as const });
    back(url);
  },

  async confirm({ request, params, locals: { store }, url }) {
    const confirmation = confirmationOf(await request.formData());
    if (!confirmation) return fail(400, { refused: 'name' as const });
    const upload = await staging.find(store.dir, params.id);
    // a form that was sent twice: the first one has done it
    if (!upload && (await staging.outcome(store.dir, params.id))) back(url);
    if (!upload) error(404, `unknown upload: ${params.id}`);
    if (!(await confirmStaged(store, upload, confirmation))) return fail(409, { refused: 'stale' as const });
    back(url);
  },

  async discard({ params, locals: { store }, url }) {
    await staging.remove(store.dir, (await uploadOf(store, params.id)).id);
    const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/'));
    redirect(303, `/imports?${new URLSearchParams(kept).toString()}`);
  },

  async undo({ params, locals: { store }, url }) {
    const id = (await resultOf(store, params.id))?.id;
    if (id !== undefined) await store.write((db) => imports.undo(db, id));
    back(url);
  }
};
