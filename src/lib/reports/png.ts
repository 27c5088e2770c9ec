import { createRequire } from 'node:module';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';

const faces = ['400Regular', '500Medium', '600SemiBold', '700Bold'];

const folder = path.dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/public-sans/package.json')
);

// resvg draws no text from woff and doesn't say so
const fontFiles = faces.map((face) => path.join(folder, face, `PublicSans_${face}.ttf`));

// resvg knows no tabular figures, and proportional ones are narrow enough without it
const tracking = ' letter-spacing="-0.03em"';

/** Pixels of the picture for one of the drawing: sharp on slides and in print. */
export const pngScale = 2;

let turn: Promise<unknown> = Promise.resolve();

/**
 * The drawing as a PNG, in the typeface of the pages. It is drawn on another thread, so that others needn't wait, and
 * one at a time: the largest take some 50 MB while they last.
 */
export function toPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = turn.then(() => render(svg));
  turn = drawn.catch(() => undefined);
  return drawn;
}

async function render(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = await renderAsync(svg.replaceAll(tracking, ''), {
    fitTo: { mode: 'zoom', value: pngScale },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Public Sans' }
  });
  return new Uint8Array(image.asPng());
}
