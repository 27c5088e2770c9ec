import type pptxgen from 'pptxgenjs';
import { clip } from '#lib/charts/text-width.ts';
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

/** Marking, then the cautions, on one line at the top. */
export function tagRuns({ marking, tags }: Dossier): pptxgen.TextProps[] {
  const words = [
    ...(marking === '' ? [] : [{ text: marking, hatched: false }]),
    ...tags.map(({ text, hatched = false }) => ({ text, hatched }))
  ];
  return words.flatMap(({ text, hatched }, i) => [
    ...(i === 0 ? [] : [{ text: '  |  ', options: { color: softInk } }]),
    { text: `${hatched ? '▨ ' : ''}${text}`, options: { bold: true, color: softInk } }
  ]);
}

/** Source and rule at the left, name of the campaign above the slide's number at the right. */
export function foot(slide: Slide, { campaign, locale }: Dossier, source: string): void {
  const box = { margin: 0, fontSize: 12, color: softInk, valign: 'top' as const };
  slide.addText(source, { ...box, x: left, y: 6.92, w: 9.2, h: 0.5, fit: 'shrink' });
  const name = say(locale, `Palier, ${campaign.name}`, `Palier, ${campaign.name}`);
  const place = { x: 9.9, y: 6.92, w: 2.83, h: 0.25, align: 'right' as const };
  slide.addText(clip(name, 72 * place.w, box.fontSize), { ...box, ...place });
}
