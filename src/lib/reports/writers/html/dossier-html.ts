import { drawDrawing } from '#lib/charts/draw-drawing.ts';
import type { Drawing } from '#lib/charts/drawings.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { plateWidths } from '#lib/charts/plate.ts';
import { toSvg } from '#lib/charts/svg.ts';
import { say } from '#lib/i18n/wording.ts';
import { cellWords } from '../../dossier/cell-words.ts';
import type {
  Dossier,
  DossierCell,
  DossierFigure,
  DossierSection,
  DossierTable
} from '../../dossier/dossier.ts';
import { boundNote, maskedRowNote, maskedTableNote } from '../../dossier/explained.ts';
import { isMasked } from '../../dossier/masked.ts';
import { cautionWords, stampWords } from '../../dossier/origin-words.ts';
import { xmlText as text } from '../../xml-text.ts';
import { dossierScript } from './script.ts';
import { dossierStyle } from './style.ts';

/** A table longer than this is closed at first where there is a drawing. */
const shortTable = 4;

function svgOf(drawing: Drawing, { locale }: Dossier, label: string): string {
  const options = { width: plateWidths[drawing.chart], palette: lightPalette, locale, label };
  return toSvg(drawDrawing, drawing, options);
}

/** What rows are sorted by: the number, or the text; masked cells last. */
function sortKey(cell: DossierCell): string {
  return isMasked(cell) || cell === null ? '' : ` data-v="${text(String(cell))}"`;
}

function cellHtml(cell: DossierCell, i: number, table: DossierTable, { locale }: Dossier): string {
  const kind = table.columns[i]?.kind ?? 'text';
  const said = text(cellWords(cell, kind, locale));
  // a withheld cell in words would take the room of three numbers
  const words = isMasked(cell) && cell.masked === 'withheld' ? `<abbr title="${said}">m</abbr>` : said;
  const name = isMasked(cell) ? 'n m' : kind === 'text' ? '' : 'n';
  const attributes = `${name === '' ? '' : ` class="${name}"`}${sortKey(cell)}`;
  return i === 0 ? `<th scope="row"${attributes}>${words}</th>` : `<td${attributes}>${words}</td>`;
}

function tableHtml(figure: DossierFigure, dossier: Dossier): string {
  const { table, title } = figure;
  const heads = table.columns.map(
    ({ label, kind }) => `<th scope="col"${kind === 'text' ? '' : ' class="n"'}>${text(label)}</th>`
  );
  const rows = table.rows.map(
    (row) => `<tr>${row.map((cell, i) => cellHtml(cell, i, table, dossier)).join('')}</tr>`
  );
  const body = `<div class="scroll" tabindex="0" role="region" aria-label="${text(title)}"><table data-sortable><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  const summary = say(dossier.locale, 'Tableau', 'Table');
  return figure.drawing || figure.keys
    ? `<details${!figure.keys && table.rows.length <= shortTable ? ' open' : ''}><summary>${summary}</summary>${body}</details>`
    : body;
}

function keysHtml({ keys = [] }: DossierFigure): string {
  if (keys.length === 0) return '';
  const items = keys.map(
    ({ label, value, note }) =>
      `<div><dt>${text(label)}</dt><dd><strong>${text(value)}</strong> ${text(note)}</dd></div>`
  );
  return `<dl class="keys">${items.join('')}</dl>`;
}

/** With what is masked, in the drawing or the table. */
function captionOf(figure: DossierFigure, { locale }: Dossier): string {
  const masked = maskedTableNote(figure, locale) || maskedRowNote(figure, locale);
  return [figure.caption, boundNote(figure, locale), masked].filter((words) => words !== '').join(' ');
}

function figureHtml(figure: DossierFigure, dossier: Dossier): string {
  const { id, title, subline, drawing } = figure;
  const caption = captionOf(figure, dossier);
  const picture = drawing
    ? `<div class="scroll picture" tabindex="0" role="group" aria-label="${text(title)}">${svgOf(drawing, dossier, title)}</div>`
    : '';
  return `<section class="figure" id="${text(id)}"><div class="shown"><h3>${text(title)}</h3><p class="sub">${text(subline)}</p>${keysHtml(figure)}${picture}</div>${tableHtml(figure, dossier)}<p class="caption">${text(caption)}</p></section>`;
}

function sectionHtml(section: DossierSection, dossier: Dossier): string {
  const notes = section.notes.map(
    ({ title, paragraphs }) =>
      `<section class="note"><h3>${text(title)}</h3>${paragraphs.map((p) => `<p>${text(p)}</p>`).join('')}</section>`
  );
  const figures = section.figures.map((figure) => figureHtml(figure, dossier));
  return `<section id="section-${section.id}"><h2>${text(section.title)}</h2>${figures.join('')}${notes.join('')}</section>`;
}

function contentsHtml({ sections, locale }: Dossier): string {
  if (sections.length < 2) return '';
  const items = sections.map(({ id, title }) => `<li><a href="#section-${id}">${text(title)}</a></li>`);
  return `<nav aria-label="${say(locale, 'Sommaire', 'Contents')}"><ul>${items.join('')}</ul></nav>`;
}

function tagsHtml({ tags, marking }: Dossier): string {
  const items = [
    ...(marking === '' ? [] : [`<li class="marking">${text(marking)}</li>`]),
    ...tags.map(({ text: words }) => `<li>${text(words)}</li>`)
  ];
  return `<ul class="tags">${items.join('')}</ul>`;
}

/** Repeated down the page, so that no part of it can be cut out without. */
function watermarkHtml({ watermark }: Dossier): string {
  if (watermark === undefined) return '';
  const line = `<span>${text(watermark)}</span>`;
  return `<div class="watermark" aria-hidden="true">${line.repeat(6)}</div>`;
}

// no request anywhere, whatever a text holds
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/** One file that opens offline and asks nobody for anything. */
export function dossierHtml(dossier: Dossier): Uint8Array<ArrayBuffer> {
  const shown = {
    ...dossier,
    sections: dossier.sections.filter(({ figures, notes }) => figures.length + notes.length > 0)
  };
  const { locale, title, headline, state, version } = shown;
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${text(title)}</title><style>${dossierStyle()}</style></head><body>${watermarkHtml(shown)}<header><p class="eyebrow">${text(`${state} · ${version}`)}</p>${tagsHtml(shown)}<h1>${text(headline)}</h1><p class="lede">${text(`${shown.sample} ${shown.rule}`)}</p>${contentsHtml(shown)}</header><main>${shown.sections.map((section) => sectionHtml(section, shown)).join('')}</main><footer><p>${text(stampWords(shown))}</p><p>${text(cautionWords(shown))}</p></footer><script>${dossierScript}</script></body></html>`;
  return new TextEncoder().encode(html);
}
