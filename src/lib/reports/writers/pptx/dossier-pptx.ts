import pptxgen from 'pptxgenjs';
import { say } from '#lib/i18n/wording.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { fileDate, stampWords } from '../../dossier/origin-words.ts';
import { chartData } from '../../native-chart/chart-data.ts';
import { chartWorkbook } from '../../native-chart/chart-sheet.ts';
import { chartXml } from '../../native-chart/chart-xml.ts';
import { addChart } from './chart-on-slide.ts';
import { foot, ink, left, ruleY, softInk, tagRuns, width } from './slide-frame.ts';
import { columnWidths } from './table-place.ts';
import { repacked } from './repacked.ts';
import { colourScheme, ownTheme, type SlideTheme } from './slide-theme.ts';
import { slidesOf, type Slide } from './slides.ts';

type Deck = InstanceType<typeof pptxgen>;
type OnSlide = ReturnType<Deck['addSlide']>;

const master = 'Constat';

/** Kept free at the right of the tags, for a theme's logo. */
const logoRoom = 1.4;

function newDeck({ title }: Dossier, { fonts }: SlideTheme): Deck {
  const deck = new pptxgen();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = title;
  deck.author = 'Palier';
  deck.company = '';
  deck.subject = title;
  deck.theme = { headFontFace: fonts.head, bodyFontFace: fonts.body };
  return deck;
}

function defineMaster(deck: Deck, { logo }: SlideTheme): void {
  deck.defineSlideMaster({
    title: master,
    background: { color: deck.SchemeColor.background1 },
    objects: [
      {
        line: { x: left, y: ruleY, w: width, h: 0, line: { color: deck.SchemeColor.background2, width: 1 } }
      },
      ...(logo === undefined
        ? []
        : [
            {
              image: {
                x: 11.6,
                y: 0.3,
                w: 1.13,
                h: 0.45,
                data: logo,
                sizing: { type: 'contain' as const, w: 1.13, h: 0.45 }
              }
            }
          ]),
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: left,
            y: 0.72,
            w: width,
            h: 1.0,
            fontSize: 34,
            bold: true,
            color: ink,
            align: 'left',
            valign: 'top',
            margin: 0
          },
          text: ''
        }
      }
    ],
    slideNumber: { x: 11.73, y: 7.16, w: 1, h: 0.25, fontSize: 12, color: softInk, align: 'right' }
  });
}

/** Two lines at most, in the largest size that lets them. */
function titleSize(title: string): number {
  if (title.length <= 92) return 34;
  if (title.length <= 112) return 30;
  return title.length <= 150 ? 25 : 20;
}

/** On the run: a placeholder's own size is not overruled by the text's. Other fonts than our own may be wider. */
function addTitle(deck: Deck, slide: OnSlide, title: string): void {
  const isOwn = deck.theme.headFontFace === ownTheme.fonts.head;
  const options = { fontSize: Math.round(titleSize(title) * (isOwn ? 1 : 0.82)), lineSpacingMultiple: 0.9 };
  slide.addText([{ text: title, options }], { placeholder: 'title' });
}

function begin(deck: Deck, dossier: Dossier, { title, subline, source }: Slide): OnSlide {
  const slide = deck.addSlide({ masterName: master });
  slide.addText(tagRuns(dossier), {
    x: left,
    y: 0.28,
    w: width - logoRoom,
    h: 0.34,
    margin: 0,
    fontSize: 14,
    fit: 'shrink',
    color: softInk,
    valign: 'middle'
  });
  addTitle(deck, slide, title);
  slide.addText(subline, {
    x: left,
    y: 1.78,
    w: width,
    h: 0.4,
    margin: 0,
    fontSize: 18,
    color: softInk,
    valign: 'top',
    fit: 'shrink'
  });
  foot(slide, dossier, source);
  return slide;
}

function addKeys(slide: OnSlide, keys: NonNullable<Slide['keys']>): void {
  const step = width / Math.max(1, keys.length);
  keys.forEach(({ label, value, note }, i) => {
    const box = { x: left + i * step, w: step - 0.25, margin: 0 };
    slide.addText(label, { ...box, y: 2.75, h: 0.4, fontSize: 20, bold: true, color: ink });
    slide.addText(value, { ...box, y: 3.15, h: 1.2, fontSize: 66, bold: true, color: ink });
    slide.addText(note, { ...box, y: 4.4, h: 1.4, fontSize: 18, color: softInk, valign: 'top' });
  });
}

function addTable(slide: OnSlide, { heads, rows }: NonNullable<Slide['table']>): void {
  const under = (pt: number, color: string) => [
    { type: 'none' as const },
    { type: 'none' as const },
    { type: 'solid' as const, pt, color },
    { type: 'none' as const }
  ];
  const cell = (text: string, i: number, bold: boolean, color: string) => ({
    text,
    options: {
      align: heads[i]?.end ? ('right' as const) : ('left' as const),
      bold,
      color,
      border: under(bold ? 1.5 : 0.75, bold ? '84909D' : 'D9DEE4') as never,
      valign: 'middle' as const
    }
  });
  slide.addTable(
    [
      heads.map(({ label }, i) => cell(label, i, true, ink)),
      ...rows.map((row) => row.map((text, i) => cell(text, i, false, ink)))
    ],
    {
      x: left,
      y: 2.35,
      w: width,
      colW: columnWidths(heads),
      fontSize: 14,
      rowH: 0.335,
      margin: [0.03, 0.06, 0.03, 0.02]
    }
  );
}

function addTexts(slide: OnSlide, texts: NonNullable<Slide['texts']>): void {
  const runs = texts.flatMap(({ title, paragraphs }) => [
    { text: title, options: { bold: true, color: ink, breakLine: true, paraSpaceBefore: 10 } },
    ...paragraphs.map((text) => ({ text, options: { color: softInk, breakLine: true } }))
  ]);
  slide.addText(runs, {
    x: left,
    y: 2.3,
    w: 11.2,
    h: 4.4,
    margin: 0,
    fontSize: 16,
    valign: 'top',
    fit: 'shrink'
  });
}

function addContents(slide: OnSlide, { native, keys, table, texts, title }: Slide): void {
  if (native) addChart(slide, native, title);
  if (keys) addKeys(slide, keys);
  if (table) addTable(slide, table);
  if (texts) addTexts(slide, texts);
}

function addOpening(deck: Deck, dossier: Dossier): void {
  const slide = deck.addSlide({ masterName: master });
  const { title, headline, state, version, locale } = dossier;
  slide.addText(tagRuns(dossier), {
    x: left,
    y: 0.28,
    w: width - logoRoom,
    h: 0.34,
    margin: 0,
    fontSize: 14,
    fit: 'shrink',
    color: softInk,
    valign: 'middle'
  });
  addTitle(deck, slide, title);
  slide.addText(headline, {
    x: left,
    y: 2.3,
    w: 11.5,
    h: 2.2,
    margin: 0,
    fontSize: 44,
    bold: true,
    color: ink,
    valign: 'top',
    fit: 'shrink'
  });
  slide.addText(`${dossier.sample} ${state}`, {
    x: left,
    y: 4.9,
    w: 11.5,
    h: 0.9,
    margin: 0,
    fontSize: 20,
    color: softInk,
    valign: 'top'
  });
  foot(slide, dossier, `${version} · ${stampWords(dossier)}\n${dossier.rule}`);
  const pages = dossier.sections.map((section) => section.title).join(', ');
  slide.addNotes(
    [say(locale, `Parties : ${pages}`, `Parts: ${pages}`), dossier.rule, state, stampWords(dossier)].join(
      '\n'
    )
  );
}

/** Slides with native, editable charts; the finding is the title, and the notes say what it rests on. */
export async function dossierPptx(
  dossier: Dossier,
  theme: SlideTheme = ownTheme
): Promise<Uint8Array<ArrayBuffer>> {
  const deck = newDeck(dossier, theme);
  defineMaster(deck, theme);
  addOpening(deck, dossier);
  const slides = slidesOf(dossier);
  for (const slide of slides) {
    const made = begin(deck, dossier, slide);
    addContents(made, slide);
    made.addNotes(slide.notes);
  }
  const date = fileDate(dossier);
  const charts = slides.flatMap(({ native }) =>
    native ? [{ xml: chartXml(native), workbook: chartWorkbook(chartData(native), date) }] : []
  );
  const bytes = (await deck.write({ outputType: 'nodebuffer' })) as Buffer;
  return repacked(bytes, { charts, colourScheme: colourScheme(theme), date });
}
