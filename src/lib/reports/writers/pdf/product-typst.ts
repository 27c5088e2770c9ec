import type { ColumnKind } from '../../figure.ts';
import { cellWords } from '../../dossier/cell-words.ts';
import type { Dossier, DossierFigure } from '../../dossier/dossier.ts';
import { template } from './template.ts';
import { call, typstText as text } from './typst-text.ts';

/** A column of numbers takes what it needs; one of words what its longest lines need beside the others. */
function widthOf(kind: ColumnKind, i: number): string {
  if (i === 0 || kind !== 'text') return 'auto';
  return i === 1 ? '5fr' : '2.2fr';
}

function table({ table: { columns, rows } }: DossierFigure, { locale }: Dossier): string {
  const widths = columns.map(({ kind }, i) => widthOf(kind, i));
  const aligns = columns.map(({ kind }) => (kind === 'text' ? 'left' : 'right'));
  const heads = columns.map(({ label }) => text(label));
  const cells = rows.flatMap((row) =>
    row.map((value, i) => text(cellWords(value, columns[i]?.kind ?? 'text', locale)))
  );
  return `data((${widths.join(', ')},), (${aligns.join(', ')},), (${heads.join(', ')},), ${cells.join(', ')})`;
}

function words(paragraph: string): string {
  return paragraph === '' ? '' : call('par', `text(size: 9pt, ${text(paragraph)})`);
}

/** A product's export: no cover, its tables run over pages, the caveat stands before the answers. */
export function productTypst(dossier: Dossier): string {
  const figures = dossier.sections.flatMap((section) => section.figures);
  return [
    template(dossier),
    `#show table.cell: set text(hyphenate: true)\n`,
    call('heading', 'level: 1', text(dossier.headline)),
    call('lede', text(`${dossier.sample} ${dossier.rule}`)),
    ...figures.flatMap((figure) => [
      words(figure.caption),
      call('titled-table', text(''), text(figure.title), text(''), table(figure, dossier), 'breaks: true')
    ])
  ].join('');
}
