import type pptxgen from 'pptxgenjs';
import { clip } from '#lib/charts/text-width.ts';
import { fitted } from './slide-text.ts';
import { say } from '#lib/i18n/wording.ts';
import type { Dossier } from '../../dossier/dossier.ts';

/** Inches from the left and between the margins of a 13.333 × 7.5 in slide. */
export const left = 0.6;
export const width = 12.13;
export const ruleY = 6.86;

/** Places in the theme, so that another theme recolours the text. */
export const ink = 'tx1';
export const softInk = 'tx2';

type Slide = ReturnType<InstanceType<typeof pptxgen>['addSlide']>;

const between = '  |  ';

/** Kept free at the right of the tags, for a theme's logo. */
const logoRoom = 1.4;

/** Marking, then the cautions, on one line at the top. */
export function addTags(slide: Slide, { marking, tags }: Dossier, stretch: number): void {
  const words = [
    ...(marking === '' ? [] : [marking]),
    ...tags.map(({ text, hatched = false }) => `${hatched ? '▨ ' : ''}${text}`)
  ];
  const box = { x: left, y: 0.28, w: width - logoRoom, h: 0.34 };
  const sizes = [16, 15, 14, 12, 10];
  const room = { width: box.w, height: box.h, sizes, bold: true, lines: 1, stretch };
  const { fontSize } = fitted(words.join(between), room);
  const runs = words.flatMap((text, i) => [
    ...(i === 0 ? [] : [{ text: between, options: { color: softInk } }]),
    { text, options: { bold: true, color: softInk } }
  ]);
  slide.addText(runs, { ...box, margin: 0, fontSize, fit: 'shrink', color: softInk, valign: 'middle' });
}

/** Source and rule at the left, name of the campaign above the slide's number at the right. */
export function foot(slide: Slide, { campaign, locale }: Dossier, source: string): void {
  const box = { margin: 0, fontSize: 12, color: softInk, valign: 'top' as const };
  const room = { x: left, y: 6.92, w: 9.2, h: 0.53 };
  const words = fitted(source, { width: room.w, height: room.h, sizes: [12, 11, 10.5, 10] });
  slide.addText(words.text, { ...box, ...room, fontSize: words.fontSize, fit: 'shrink' });
  const name = say(locale, `Palier, ${campaign.name}`, `Palier, ${campaign.name}`);
  const place = { x: 9.9, y: 6.92, w: 2.83, h: 0.25, align: 'right' as const };
  slide.addText(clip(name, 72 * place.w, box.fontSize), { ...box, ...place });
}
