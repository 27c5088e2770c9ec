import { redirect } from '@sveltejs/kit';
import * as sample from '#lib/server/sample.ts';
import { askedByAddress } from '../asked.ts';

export async function load({ locals, url }) {
  await askedByAddress(locals.store, url);
}

export const actions = {
  async default({ locals }) {
    await locals.store.write(sample.remove);
    redirect(303, `/?lang=${locals.locale}`);
  }
};
