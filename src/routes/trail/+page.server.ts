import * as trail from '#lib/server/trail/trail.ts';
import { verify } from '#lib/server/trail/verify.ts';
import { pageOf } from '../page-of.ts';
import { askedTrail } from './asked-trail.ts';

export async function load({ locals, url }) {
  const { dir } = locals.store;
  const asked = askedTrail(url);
  const entries = await trail.list(dir, asked);
  return {
    asked,
    people: [...new Set(entries.flatMap(({ by }) => by ?? []))].sort(),
    shown: pageOf(entries, url),
    chain: url.searchParams.has('verify') ? await verify(dir) : undefined
  };
}
