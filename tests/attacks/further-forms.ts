import { productId } from '#lib/server/product-id.ts';
import { addressOf, type Things } from './addresses.ts';
import type { Form } from './forms.ts';

/** Forms that pages show only now and then, with their fields; ids are of things that are there. */
export function furtherForms(things: Things): Form[] {
  const other = productId('x', 'y');
  const form = (route: string, action: string, fields: Record<string, string>): Form => ({
    // an action without a name is the page's own
    action: `${addressOf(route, things)}?${action === 'default' ? '' : `/${action}&`}campaign=v2`,
    operation: `${route} ?/${action}`,
    fields,
    files: []
  });
  const two = { id: things.product, into: other, reason: 'x', by: 'x' };
  return [
    form('/sign-in/first', 'default', {
      code: '123456',
      password: 'a long enough one',
      again: 'a long enough one'
    }),
    form('/users', 'reopen', { id: 'id-of-Rose' }),
    form('/calibration', 'restore', { name: 'x', by: 'x' }),
    form('/reports', 'publish', { by: 'x' }),
    form('/products/[id]', 'merge', two),
    form('/products/[id]', 'unmerge', { id: '1' }),
    form('/vendors/[name]', 'unmerge', { id: '1' }),
    form('/names', 'merge', two),
    form('/names', 'renameVendor', { from: things.vendor, vendor: 'x', reason: 'x', by: 'x' }),
    form('/names', 'keepApart', {
      'one-vendor': things.vendor,
      'one-product': 'x',
      'other-vendor': 'x',
      'other-product': 'y'
    }),
    form('/names', 'suggestAgain', { id: '1' }),
    form('/shares', 'create', {
      product: things.product,
      recipient: 'x',
      requested_on: '2026-11-01',
      expires_on: '2026-12-01',
      reference: 'x',
      most_views: '1',
      password: 'x'
    }),
    form('/follow-up', 'link', { expected: 'x', product: things.product, by: 'x' }),
    form('/follow-up', 'unlink', { expected: 'x' }),
    form('/imports', 'redo', { id: '1', by: 'x' }),
    form('/imports/[id]', 'profile', { profile: 'x', shape: '0' }),
    form('/imports/[id]', 'confirm', { token: 'x', partial: 'yes', by: 'x', 'name-0': 'x' }),
    form('/imports/[id]', 'undo', { id: '1', by: 'x' })
  ];
}
