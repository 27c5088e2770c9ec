import pptxgen from 'pptxgenjs';
import { say } from '#lib/i18n/wording.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { fileDate, stampWords } from '../../dossier/origin-words.ts';
import { chartData } from '../../native-chart/chart-data.ts';
import { chartWorkbook } from '../../native-chart/chart-sheet.ts';
import { chartXml } from '../../native-chart/chart-xml.ts';
import { addChart } from './chart-on-slide.ts';
import { addTexts } from './notes-on-slide.ts';
import { addTags, foot, ink, left, ruleY, softInk, width } from './slide-frame.ts';
import { fitted } from './slide-text.ts';
import { columnWidths } from './table-place.ts';
import { pictureSize, within } from './picture-size.ts';
import { repacked } from './repacked.ts';
import { colourScheme, ownTheme, type SlideTheme } from './slide-theme.ts';
import { slidesOf, type Slide } from './slides.ts';

type Deck = InstanceType<typeof pptxgen>;
type OnSlide = ReturnType<Deck['addSlide']>;

const master = 'Constat';

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

/** At the right of the tags, in its own shape. */
const logoBox = { x: 11.6, y: 0.24, width: 1.13, height: 0.42 };

function logoObjects(logo: string | undefined) {
  if (logo === undefined) return [];
  const { width: w, height: h } = within(pictureSize(logo) ?? logoBox, logoBox);
  return [{ image: { x: logoBox.x + logoBox.width - w, y: logoBox.y, w, h, data: logo } }];
}

function defineMaster(deck: Deck, { logo }: SlideTheme): void {
  deck.defineSlideMaster({
    title: master,
    background: { color: deck.SchemeColor.background1 },
    objects: [
      {
        line: { x: left, y: ruleY, w: width, h: 0, line: { color: deck.SchemeColor.background2, width: 1 } }
      },
      ...logoObjects(logo),
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: left,
            y: 0.72,
            w: width,
            h: 1.05,
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
    slideNumber: { x: 11.73, y: 7.16, w: 1, h: 0.25, fontSize: 12, color: softInk, align: 'right', margin: 0 }
  });
}

/** Other fonts than our own may be wider. */
function stretchOf(deck: Deck): number {
  return deck.theme.headFontFace === ownTheme.fonts.head ? 1 : 1.25;
}

/** One large line where it takes the title, else two in the largest size that lets them, three small ones of a very long one. */
const titleBox = { width, height: 1.15, sizes: [34, 32, 30, 28, 26, 24, 22, 20], bold: true };

/** On the run: a placeholder's own size is not overruled by the text's. Other fonts than our own may be wider. */
function addTitle(deck: Deck, slide: OnSlide, title: string): void {
  const box = { ...titleBox, stretch: stretchOf(deck) };
  const tries = [
    { ...box, sizes: [34, 32, 30], lines: 1 },
    { ...box, lines: 2 }
  ].map((one) => fitted(title, one));
  const { text, fontSize } =
    tries.find((one) => one.text === title) ?? fitted(title, { ...box, sizes: [20, 18] });
  slide.addText([{ text, options: { fontSize, lineSpacingMultiple: 0.9 } }], { placeholder: 'title' });
}

function begin(deck: Deck, dossier: Dossier, { title, subline, source }: Slide): OnSlide {
  const slide = deck.addSlide({ masterName: master });
  addTags(slide, dossier, stretchOf(deck));
  addTitle(deck, slide, title);
  const box = { x: left, y: 1.78, w: width, h: 0.4, margin: 0, color: softInk, valign: 'top' as const };
  const said = fitted(subline, { width, height: box.h, sizes: [18, 16, 14, 12] });
  slide.addText(said.text, { ...box, fontSize: said.fontSize, fit: 'shrink' });
  foot(slide, dossier, source);
  return slide;
}

function addKeys(slide: OnSlide, keys: NonNullable<Slide['keys']>): void {
  const step = width / Math.max(1, keys.length);
  keys.forEach(({ label, value, note }, i) => {
    const box = { x: left + i * step, w: step - 0.25, margin: 0 };
    slide.addText(label, { ...box, y: 2.75, h: 0.4, fontSize: 20, bold: true, color: ink });
    const { fontSize } = fitted(value, {
      width: box.w,
      height: 1.2,
      sizes: [66, 54, 44, 36, 28],
      bold: true,
      lines: 1
    });
    slide.addText(value, { ...box, y: 3.15, h: 1.2, fontSize, bold: true, color: ink });
    const said = fitted(note, { width: box.w, height: 2, sizes: [18, 16, 14] });
    slide.addText(said.text, {
      ...box,
      y: 4.4,
      h: 2,
      fontSize: said.fontSize,
      color: softInk,
      valign: 'top'
    });
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

function addContents(slide: OnSlide, { native, keys, table, texts, title }: Slide): void {
  if (native) addChart(slide, native, title);
  if (keys) addKeys(slide, keys);
  if (table) addTable(slide, table);
  if (texts) addTexts(slide, texts);
}

function addOpening(deck: Deck, dossier: Dossier): void {
  const slide = deck.addSlide({ masterName: master });
  const { title, headline, state, version, locale } = dossier;
  addTags(slide, dossier, stretchOf(deck));
  addTitle(deck, slide, title);
  const box = { x: left, w: 11.5, margin: 0, valign: 'top' as const, fit: 'shrink' as const };
  const said = fitted(headline, { width: box.w, height: 2.2, sizes: [44, 40, 36, 32, 28], bold: true });
  slide.addText(said.text, { ...box, y: 2.3, h: 2.2, fontSize: said.fontSize, bold: true, color: ink });
  const about = fitted(`${dossier.sample}\n${state}`, {
    width: box.w,
    height: 1.6,
    sizes: [20, 18, 16, 14, 12]
  });
  slide.addText(about.text, { ...box, y: 4.9, h: 1.6, fontSize: about.fontSize, color: softInk });
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
