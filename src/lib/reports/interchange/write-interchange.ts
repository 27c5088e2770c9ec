import type { Locale } from '#lib/i18n/locale.ts';
import { fold } from '#lib/i18n/fold.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import type { ExportedResponse } from '#lib/server/export-rows.ts';
import type { Store } from '#lib/server/store.ts';
import { markingOf } from '../dossier/internal-dossier.ts';
import { vendorFolders } from '../product-export/file-names.ts';
import { zip } from '../zip.ts';
import { bundle } from './bundle.ts';
import { cisoAudit } from './ciso-audit.ts';
import { cisoLibrary } from './ciso-library.ts';
import * as interchangeData from './interchange-data.ts';
import type { Interchange } from './interchange-data.ts';

/** `bundle`: the campaign as tables. `ciso-assistant`: the questionnaire as a library and an audit a product. */
export const interchangeFormats = ['bundle', 'ciso-assistant'] as const;

export type InterchangeFormat = (typeof interchangeFormats)[number];

export function isInterchangeFormat(text: string | undefined): text is InterchangeFormat {
  return interchangeFormats.some((format) => format === text);
}

/** A name as a file may bear it: imports read it back where it has none of these signs. */
function readable(name: string): string {
  const kept = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^[. ]+|[. ]+$/g, '');
  return [...kept].slice(0, 80).join('') || 'x';
}

/** Imports know vendor and product by the name of such a file, in a folder a vendor. */
function auditName({ vendor, product, id }: ExportedResponse, taken: Set<string>): string {
  const name = `${readable(vendor)} - ${readable(product)}`;
  const isTaken = taken.has(fold(name));
  taken.add(fold(name));
  return `${name}${isTaken ? ` ${id}` : ''}.csv`;
}

function cisoAssistant({ campaign, questionnaire, responses }: Interchange, locale: Locale) {
  const folders = vendorFolders(responses);
  const taken = new Set<string>();
  return zip([
    { name: 'library.yaml', data: cisoLibrary(campaign, questionnaire, locale) },
    ...responses.map((response) => ({
      name: `${folders.get(fold(response.vendor)) ?? 'x'}/${auditName(response, taken)}`,
      data: cisoAudit(campaign, questionnaire, response, locale)
    }))
  ]);
}

/** The campaign for other tools, of one product where its id is given; undefined where there is none of that id. */
export async function writeInterchange(
  store: Store,
  campaign: Campaign,
  format: InterchangeFormat,
  { product, locale }: { product?: string | undefined; locale: Locale }
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const read = await interchangeData.read(store, campaign);
  const responses = read.responses.filter(({ id }) => product === undefined || id === product);
  if (product !== undefined && responses.length === 0) return undefined;
  const own = {
    ...read,
    responses,
    corrections: read.corrections.filter(({ productId }) => product === undefined || productId === product)
  };
  return format === 'bundle'
    ? bundle(own, await markingOf(store, locale), locale)
    : cisoAssistant(own, locale);
}
