import { expect, test } from 'vitest';
import { lightPalette } from '#lib/charts/palette.ts';
import { plate } from '#lib/charts/plate.ts';
import { toSvg } from '#lib/charts/svg.ts';
import { pngScale, toPng } from '#lib/reports/png.ts';
import { manyCriteria } from '#tests/charts/rows.ts';

function svgOf(text: string, attributes = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40"><text x="10" y="28" font-family="Public Sans, Arial, sans-serif" font-size="20" ${attributes}>${text}</text></svg>`;
}

function view(png: Uint8Array): DataView {
  return new DataView(png.buffer, png.byteOffset);
}

async function same(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([toPng(a), toPng(b)]);
  return Buffer.from(first).equals(Buffer.from(second));
}

test('a drawing becomes a PNG of twice its size', async () => {
  const png = await toPng(svgOf('essai'));
  expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  expect([view(png).getUint32(16), view(png).getUint32(20)]).toEqual([300 * pngScale, 40 * pngScale]);
});

test.each([...'≥≤−–—…·÷×«»’“”éèêëàâîïôöûüçœÉ%'])('%s has a glyph of its own', async (character) => {
  expect(await same(svgOf(`a${character}a`), svgOf('aa'))).toBe(false);
  expect(await same(svgOf(`a${character}a`), svgOf('a\u4e00a'))).toBe(false);
});

test('no-break spaces are as wide as spaces', async () => {
  expect(await same(svgOf('48\u00a0%'), svgOf('48 %'))).toBe(true);
});

test('each of the four weights is drawn in a face of its own', async () => {
  const drawn = await Promise.all(
    [400, 500, 600, 700].map((weight) => toPng(svgOf('Palier', `font-weight="${weight}"`)))
  );
  expect(new Set(drawn.map((png) => Buffer.from(png).toString('base64'))).size).toBe(4);
});

test('a hundred rows are drawn while others go on', async () => {
  const rows = {
    title: 'Cent critères',
    subline: 'Part des produits',
    drawing: { chart: 'rankedCriteria' as const, rows: manyCriteria(100) },
    caption: 'N',
    state: 'Campagne',
    tags: []
  };
  const svg = toSvg(plate, rows, { width: 576, palette: lightPalette, locale: 'fr', label: rows.title });
  let beats = 0;
  const beat = setInterval(() => beats++, 1);
  const png = await toPng(svg);
  clearInterval(beat);
  expect(view(png).getUint32(20)).toBeGreaterThan(2 * 100 * 40);
  expect(beats).toBeGreaterThan(5);
});
