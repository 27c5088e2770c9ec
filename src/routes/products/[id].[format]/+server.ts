import { error } from '@sveltejs/kit';
import { attachment } from '#lib/reports/attachment.ts';
import { exportProduct, isProductFormat, productTypes } from '#lib/reports/product-export/write-product.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import { askedByAddress } from '../../asked.ts';
import type { RequestHandler } from './$types';

/** The product's export over the whole questionnaire, whatever the page's filters. */
export const GET: RequestHandler = async ({ params: { id, format }, locals: { store, locale }, url }) => {
  const { campaign } = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  if (!isProductFormat(format)) error(404, `unknown format: ${format}`);
  const written = await exportProduct(store, viewOf(campaign, []), id, format, locale);
  if (!written) error(404, `unknown product: ${id}`);
  const name = `palier-${campaign.code}-${written.product.product}.${format}`;
  return new Response(written.bytes, {
    headers: { 'content-type': productTypes[format], 'content-disposition': attachment(name) }
  });
};
