import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { receiveUpload } from '#lib/commands/receive-upload.ts';
import { pageAddress } from '#lib/components/address.ts';
import { noFilters } from '#lib/maturity/filters.ts';
import * as imports from '#lib/server/imports.ts';
import * as staging from '#lib/server/staging.ts';
import { askedByAddress } from '../asked.ts';
import { authorOf } from '../author.ts';

/** So many bytes may come in one upload. */
const limit = Number(env.PALIER_UPLOAD_MB || 256) * 1_000_000;

const statuses = {
  too_large: 413,
  too_many_files: 413,
  disk_full: 507,
  cut: 400,
  no_file: 400,
  no_campaign: 400
} as const;

async function change({ request, locals }: RequestEvent, act: 'undo' | 'redo') {
  const form = await request.formData();
  const [id, by] = [Number(form.get('id')), form.get('by')];
  if (!Number.isSafeInteger(id)) return fail(400, {});
  const author = authorOf(typeof by === 'string' ? by : '');
  await locals.store.write((db) => imports[act](db, id, author));
  return { changed: id };
}

export async function load({ locals, url }) {
  await askedByAddress(locals.store, url);
  const waiting = await staging.list(locals.store.dir);
  return {
    limit,
    waiting: waiting.map(({ id, at, campaign, files }) => ({ id, at, campaign, files: files.length })),
    history: await locals.store.read((db) => imports.list(db))
  };
}

export const actions = {
  async upload({ request, locals, url }) {
    const { body, headers } = request;
    const contentType = headers.get('content-type');
    const { upload, refusal, fields } = await receiveUpload(locals.store.dir, { body, contentType }, limit);
    if (refusal) return fail(statuses[refusal], { refusal, fields });
    const campaign = url.searchParams.get('campaign') ?? undefined;
    const state = { campaign, locale: locals.locale, filters: noFilters };
    redirect(303, pageAddress(`/imports/${upload?.id}`, state));
  },

  undo: (event) => change(event, 'undo'),
  redo: (event) => change(event, 'redo')
};
