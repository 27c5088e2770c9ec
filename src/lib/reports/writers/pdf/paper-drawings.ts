import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import type { Drawing } from '#lib/charts/drawings.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { toSvg } from '#lib/charts/svg.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { DossierFigure } from '../../dossier/dossier.ts';
import { typstText as text } from './typst-text.ts';

/** In px, so that a drawing's text is about 8 pt between the margins of A4. */
const drawnWidth = 760;
/** Of what stands between the margins, in mm, less a title of three lines and a caption. */
const [pageWidth, pageHeight] = [174, 215];
/** A drawing of more rows is cut between rows, so that no part is higher than a page. */
const mostRows = 32;

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / mostRows) }, (_, i) =>
    list.slice(i * mostRows, (i + 1) * mostRows)
  );
}

/** Drawings of rows are cut; any other is one. */
function parts(drawing: Drawing): Drawing[] {
  if (drawing.chart === 'criteriaLevels')
    return chunks(drawing.rows).map((rows) => ({ chart: 'criteriaLevels', rows }));
  if (drawing.chart !== 'shareRows') return [drawing];
  const { groups, series } = drawing.rows;
  if (groups.reduce((sum, { rows }) => sum + rows.length, 0) <= mostRows) return [drawing];
  return groups.flatMap((group) =>
    chunks(group.rows).map((rows): Drawing => ({
      chart: 'shareRows',
      rows: { series, groups: [{ ...group, rows }] }
    }))
  );
}

/** As wide as the page, or narrower where it would be higher. */
function sizeOf(svg: string): string {
  const [width = 1, height = 1] = ['width', 'height'].map((name) =>
    Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 1)
  );
  return (pageWidth * height) / width > pageHeight ? `height: ${pageHeight}mm` : 'width: 100%';
}

/** The drawing as calls of the template, one a part; undefined where the figure has none. */
export function pictures({ drawing, title }: DossierFigure, locale: Locale): string[] | undefined {
  return (
    drawing &&
    parts(drawing).map((part) => {
      const svg = toSvg(drawDrawing, part, {
        width: drawnWidth,
        palette: lightPalette,
        locale,
        label: title
      });
      return `drawn(${text(svg)}, ${text(title)}, ${sizeOf(svg)})`;
    })
  );
}
