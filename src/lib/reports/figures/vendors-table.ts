import { bandShortName } from '#lib/i18n/bands.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { messages } from '#lib/i18n/messages.ts';
import { say } from '#lib/i18n/wording.ts';
import { bandsOf } from '#lib/maturity/bands.ts';
import type { Column, Figure } from '../figure.ts';
import type { VendorLine, VendorsData } from '../vendors-data.ts';

/** All vendors in view as a table to take away: the page shows a hundred of its lines at a time. */
export function vendorsTableFigure(lines: VendorLine[], { edges }: VendorsData, locale: Locale): Figure {
  const m = messages(locale);
  const bands = bandsOf(edges);
  const counts = (...labels: string[]): Column[] => labels.map((label) => ({ label, kind: 'count' }));
  return {
    id: 'vendors',
    title: m.vendorsTable,
    subline: '',
    caption: m.vendorsCaption,
    table: {
      columns: [
        { label: m.vendor, kind: 'text' },
        ...counts(m.products, m.attained, m.applicable),
        { label: m.rate, kind: 'share' },
        ...counts(m.missed, m.effort, ...bands.map((band) => bandShortName(band, locale))),
        { label: m.corridors, kind: 'text' },
        ...counts(say(locale, 'Produits dans la campagne', 'Products in the campaign'))
      ],
      rows: lines.map((line) => [
        line.vendor,
        line.products,
        line.attained,
        line.applicable,
        line.rate,
        line.missed,
        line.effort,
        ...line.bands.map(({ products }) => products),
        line.corridors.map((corridor) => corridor || m.noCorridor).join(', '),
        line.size
      ])
    }
  };
}
