import path from 'node:path';
import { error } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { readNotice } from '#lib/reports/notice.ts';
import * as notices from '#lib/server/notices.ts';

export async function load({ params, locals }) {
  if (!notices.isNotice(params.name)) error(404, 'not found');
  const shipped = env.PALIER_NOTICES_DIR ?? path.resolve('data/notices');
  const folders = env.PALIER_NOTICES ? [path.resolve(env.PALIER_NOTICES), shipped] : [shipped];
  const found = await notices.text(folders, params.name, locals.locale);
  if (!found) error(404, 'not found');
  return { notice: readNotice(found.text), language: found.locale };
}
