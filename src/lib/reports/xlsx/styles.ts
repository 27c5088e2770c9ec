import { tokens } from '#lib/charts/tokens.ts';
import type { ColumnKind } from '../figure.ts';
import { xmlHead } from '../xml-text.ts';

/** Every look of a cell, in the order of the workbook's list of formats. */
const looks = [
  'plain',
  'title',
  'note',
  'head',
  'headOfNumbers',
  'text',
  'quoted',
  'count',
  'change',
  'share',
  'points',
  'probability',
  'coefficient',
  'hundredths',
  'link',
  'words',
  'masked',
  'lines',
  'titleLines',
  'headAfterNumbers',
  'textAfterNumbers'
] as const;

export type Look = (typeof looks)[number];

/** How numbers are shown, whatever their column; all of them stay whole in the file. */
const numberFormats: Record<Exclude<ColumnKind, 'text'>, string> = {
  count: '#,##0',
  change: '+#,##0;-#,##0;0',
  share: '0.0%',
  points: '+0.0;-0.0;0.0',
  probability: '0.000',
  coefficient: '0.00',
  hundredths: '+0.00;-0.00;0.00'
};

const ownFormats = Object.entries(numberFormats);
const firstOwnFormat = 164;

function formatId(kind: string): number {
  const at = ownFormats.findIndex(([name]) => name === kind);
  return at < 0 ? 0 : firstOwnFormat + at;
}

function colour(token: keyof typeof tokens): string {
  return `<color rgb="FF${tokens[token][0].slice(1).toUpperCase()}"/>`;
}

function font(size: number, ink: keyof typeof tokens, extra = ''): string {
  return `<font>${extra}<sz val="${size}"/>${colour(ink)}<name val="Arial"/><family val="2"/></font>`;
}

const fonts = [
  font(10, 'ink'),
  font(14, 'ink', '<b/>'),
  font(9, 'ink-2'),
  font(10, 'ink', '<b/>'),
  font(10, 'accent', '<u/>')
];
const [title, note, bold, linked] = [1, 2, 3, 4];
/** After the two that every workbook has. */
const hatched = 2;

const top = '<alignment vertical="top"/>';
const right = '<alignment horizontal="right" vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const underHead = '<alignment vertical="bottom" wrapText="1"/>';
const rightHead = '<alignment horizontal="right" vertical="bottom" wrapText="1"/>';

function indented(vertical: 'top' | 'bottom'): string {
  return `<alignment horizontal="left" vertical="${vertical}" wrapText="1" indent="1"/>`;
}

interface Format {
  fontId?: number;
  fillId?: number;
  border?: boolean;
  alignment?: string;
  attributes?: string;
}

const formats: Record<Look, Format> = {
  plain: {},
  title: { fontId: title },
  note: { fontId: note },
  head: { fontId: bold, border: true, alignment: underHead },
  headOfNumbers: { fontId: bold, border: true, alignment: rightHead },
  text: { alignment: wrapped },
  // « quotePrefix »: stays a text even when somebody edits the cell
  quoted: { alignment: wrapped, attributes: ' quotePrefix="1"' },
  count: { alignment: top },
  change: { alignment: top },
  share: { alignment: top },
  points: { alignment: top },
  probability: { alignment: top },
  coefficient: { alignment: top },
  hundredths: { alignment: top },
  link: { fontId: linked, alignment: top },
  // in a column of numbers
  words: { alignment: right },
  masked: { fontId: note, fillId: hatched, alignment: right },
  // of several lines
  lines: { fontId: note, alignment: wrapped },
  titleLines: { fontId: title, alignment: wrapped },
  // a space between digits and the words beside them
  headAfterNumbers: { fontId: bold, border: true, alignment: indented('bottom') },
  textAfterNumbers: { alignment: indented('top') }
};

function formatXml(look: Look): string {
  const { fontId = 0, fillId = 0, border = false, alignment = '', attributes = '' } = formats[look];
  const applied = `numFmtId="${formatId(look)}" fontId="${fontId}" fillId="${fillId}" borderId="${border ? 1 : 0}" xfId="0"`;
  return `<xf ${applied} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${attributes}>${alignment}</xf>`;
}

/** The number by which a cell asks for its look. */
export function lookId(look: Look): number {
  return looks.indexOf(look);
}

const line = `<bottom style="thin">${colour('rule-strong')}</bottom>`;

/** The workbook's list of formats. */
export function stylesXml(): string {
  const own = ownFormats.map(
    ([, code], i) => `<numFmt numFmtId="${firstOwnFormat + i}" formatCode="${code}"/>`
  );
  return `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${own.length}">${own.join('')}</numFmts>
<fonts count="${fonts.length}">${fonts.join('')}</fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="lightUp"><fgColor rgb="FF${tokens['rule-strong'][0].slice(1).toUpperCase()}"/><bgColor indexed="65"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>${line}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${looks.length}">${looks.map(formatXml).join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
}
