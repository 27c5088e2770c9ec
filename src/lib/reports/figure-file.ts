import { plate, plateWidths, type Plate } from '#lib/charts/plate.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import { campaignEyebrow } from '#lib/i18n/campaign.ts';
import { filterWords } from '#lib/i18n/filter-words.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import type { Filters } from '#lib/maturity/filters.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import { toCsv } from './csv.ts';
import type { Figure } from './figure.ts';
import { toPng } from './png.ts';

/** What a file says of where its figure comes from. */
export interface Origin {
  campaign: Pick<Campaign, 'name' | 'opened' | 'closed' | 'status' | 'synthetic'>;
  filters: Filters;
  locale: Locale;
  /** What the figure is of, where that is less than the campaign, such as a product's name. */
  subject?: string;
}

type Body = string | Uint8Array<ArrayBuffer>;

/** One kind of file; `write` gives undefined where the figure has nothing to draw. */
interface Writer {
  type: string;
  write: (figure: Figure, origin: Origin) => Promise<Body | undefined> | Body | undefined;
}

/** A figure as a file, by the ending of its name. */
export const figureFiles: Record<'svg' | 'png' | 'csv', Writer> = {
  svg: { type: 'image/svg+xml', write: svgOf },
  png: { type: 'image/png', write: pngOf },
  csv: { type: 'text/csv; charset=utf-8', write: csvOf }
};

function svgOf({ drawing, ...words }: Figure, origin: Origin): string | undefined {
  if (!drawing) return undefined;
  const { locale } = origin;
  const caption = [words.meaning, words.caption].filter(Boolean).join(' ');
  const rows: Plate = { ...words, caption, drawing, state: stateOf(origin), tags: tagsOf(origin) };
  const options = { width: plateWidths[drawing.chart], palette: lightPalette, locale, label: words.title };
  return toSvg(plate, rows, options);
}

async function pngOf(figure: Figure, origin: Origin): Promise<Body | undefined> {
  const svg = svgOf(figure, origin);
  return svg && toPng(svg);
}

function csvOf({ table }: Figure, { locale }: Origin): string {
  const columns = table.columns.map(({ label }) => label);
  return toCsv({ columns, rows: table.rows }, locale === 'fr' ? 'spreadsheet-fr' : 'api');
}

function stateOf({ subject, campaign, filters, locale }: Origin): string {
  const of = subject === undefined ? [] : [subject];
  return [...of, campaignEyebrow(campaign, locale), ...filterWords(filters, locale)].join(' · ');
}

function tagsOf({ campaign, locale }: Origin): Plate['tags'] {
  const m = messages(locale);
  const status = { open: [m.open], provisional: [m.provisional], final: [] }[campaign.status];
  return [
    ...(campaign.synthetic ? [{ text: m.synthetic, hatched: true }] : []),
    ...[m.declared, ...status].map((text) => ({ text }))
  ];
}
