import { redirect } from '@sveltejs/kit';
import * as sample from '#lib/server/sample.ts';

export const actions = {
  async default({ locals }) {
    await locals.store.write(sample.remove);
    redirect(303, `/?lang=${locals.locale}`);
  }
};
