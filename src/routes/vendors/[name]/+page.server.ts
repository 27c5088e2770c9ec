import { error, redirect } from '@sveltejs/kit';
import { vendorPath } from '#lib/components/address.ts';
import { fold } from '#lib/i18n/fold.ts';
import { vendorReport } from '#lib/reports/vendor.ts';
import * as renamings from '#lib/server/renamings.ts';
import type { Renaming } from '#lib/server/renamings.ts';
import type { Store } from '#lib/server/store.ts';
import { askedByAddress } from '../../asked.ts';
import { namingActions, withoutAction } from '../../naming.ts';
import { askedPage } from '../../page-of.ts';
import { placed } from '../../placed.ts';

export async function load(event) {
  const { params, locals, url } = event;
  const { name } = params;
  const { store, locale } = locals;
  const asked = (await askedByAddress(store, url)) ?? error(404, 'no campaign yet');
  const report = await vendorReport(store, asked, name, askedPage(url), locale);
  if (!report) return elsewhere(store, name, url);
  const acts = await store.read(renamings.list);
  const keys = (act: Renaming) => [fold(act.from.vendor), fold(act.to.vendor)];
  const { figures } = report;
  return {
    report: { ...report, figures: figures.filter(({ id }) => id !== 'products') },
    products: placed(
      event,
      figures.filter(({ id }) => id === 'products'),
      ({ drawing }) => (drawing?.chart === 'themeProfile' ? 6 : 12)
    )[0],
    renamings: acts.filter((act) => act.kind === 'vendor' && keys(act).includes(fold(report.name)))
  };
}

/** A vendor that was renamed is at the address of its new name. */
async function elsewhere(store: Store, name: string, url: URL): Promise<never> {
  const kept = await store.read((db) => renamings.keptVendor(db, name));
  if (kept === undefined) error(404, `unknown vendor: ${name}`);
  redirect(303, vendorPath(kept) + withoutAction(url));
}

const { renameVendor, unmerge } = namingActions;
export const actions = { renameVendor, unmerge };
