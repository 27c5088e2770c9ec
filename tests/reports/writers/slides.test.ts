import { beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { criterionRow, delimited, file, type Row } from '#tests/ingest/builders.ts';
import { importInto, request } from '#tests/commands/request.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { partsOf } from '../parts.ts';

const long =
  'Le produit chiffre-t-il au repos les données de santé à caractère personnel, sauvegardes comprises, ';
const theme =
  'Un thème au nom démesurément long qui dit par le menu tout ce qu’il embrasse, sans rien omettre';

/** Criteria with long labels, attained by all, by none and by some; corridors with long names. */
const criteriaOf = (length: number) =>
  Array.from({ length }, (_, i) =>
    criterionRow({
      code: `C${i}`,
      theme: i % 2 ? theme : 'Court',
      label_fr: i % 3 ? `${i} ${long.repeat(3)}`.slice(0, 300) : `Critère ${i}`,
      ...(i % 4 === 0
        ? Object.fromEntries(Array.from({ length: 10 }, (_, level) => [`level_${level + 1}_fr`, `N${level}`]))
        : {})
    })
  );

const answersOf = (criteria: Row[], corridors: number) =>
  Array.from({ length: 40 }, (_, product) => ({
    product: `Produit ${product}`,
    vendor: `Éditeur ${product % 25}`,
    corridor: `Couloir ${product % corridors} au nom très long de l’établissement de santé et du médico-social`,
    ...Object.fromEntries(
      criteria.map(({ code }, i) => [
        code,
        i % 5 === 0 ? '3' : i % 5 === 1 ? '1' : String(1 + ((product + i) % 3))
      ])
    )
  }));

/** A text or a picture of a slide: its frame in inches, and the sizes and words of its lines. */
interface Box {
  slide: string;
  frame: [x: number, y: number, w: number, h: number];
  paragraphs: { size: number; spacing: number; text: string }[];
}

const plain = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

function paragraphsOf(xml: string): Box['paragraphs'] {
  return [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, one = '']) => ({
    size: Math.max(0, ...[...one.matchAll(/<a:rPr[^>]* sz="(\d+)"/g)].map(([, size]) => Number(size) / 100)),
    spacing: Number(/<a:spcPct val="(\d+)"/.exec(one)?.[1] ?? 100_000) / 100_000,
    text: plain([...one.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text).join(''))
  }));
}

function boxesOf(slide: string, xml: string): Box[] {
  const shapes = [...xml.matchAll(/<p:(sp|graphicFrame|pic|cxnSp)>(.*?)<\/p:\1>/gs)];
  return shapes.flatMap(([, , shape = '']) => {
    const found = /<a:off x="(\d+)" y="(\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/.exec(shape)?.slice(1);
    const [x = 0, y = 0, w = 0, h = 0] = found?.map((n) => Number(n) / 914_400) ?? [];
    return found
      ? [{ slide, frame: [x, y, w, h], paragraphs: shape.includes('<a:tbl>') ? [] : paragraphsOf(shape) }]
      : [];
  });
}

/** As wide as Arial's letters are on average. */
const averageWidth = 0.44;

/** About how high the text is, in inches. */
function heightOf({ paragraphs, frame: [, , w] }: Box): number {
  return paragraphs.reduce((sum, { size, spacing, text }) => {
    const lines = Math.max(1, Math.ceil((text.length * averageWidth * size) / (72 * w)));
    return sum + (lines * spacing * size * 1.17) / 72;
  }, 0);
}

interface Asked {
  audience: string;
  locale: 'fr' | 'en';
  /** How many criteria and corridors. */
  sizes: [criteria: number, corridors: number];
}

async function slidesOf({
  audience,
  locale,
  sizes: [length, corridors]
}: Asked): Promise<Map<string, Buffer>> {
  const criteria = criteriaOf(length);
  return withStore(async (store) => {
    await importInto(store, {
      questionnaire: file(delimited(criteria), 'q.csv'),
      files: [file(delimited(answersOf(criteria, corridors)), 'a.csv')]
    });
    const options = { campaign: ['v1'], audience: [audience], format: ['pptx'], output: ['x'] };
    const { files } = await execute(store, { ...request('report', { options }), locale });
    return partsOf(files?.[0]?.bytes ?? new Uint8Array());
  });
}

describe.each([
  { audience: 'internal', locale: 'fr', sizes: [26, 14] },
  { audience: 'public', locale: 'en', sizes: [9, 2] }
] as const)('slides of awkward data, %j', (asked) => {
  let parts = new Map<string, Buffer>();
  let boxes: Box[] = [];
  beforeAll(async () => {
    parts = await slidesOf({ ...asked, sizes: [...asked.sizes] });
    boxes = [...parts]
      .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .flatMap(([name, xml]) => boxesOf(name, String(xml)));
  });

  test('nothing goes past the edges', () => {
    expect(boxes.length).toBeGreaterThan(40);
    const over = boxes.filter(({ frame: [x, y, w, h] }) => x < 0 || y < 0 || x + w > 13.34 || y + h > 7.51);
    expect(over).toEqual([]);
  });

  test('every text fits its box', () => {
    const written = boxes.filter(({ paragraphs }) => paragraphs.some(({ text }) => text !== ''));
    expect(written.length).toBeGreaterThan(30);
    const over = written.filter((box) => heightOf(box) > box.frame[3] + 0.05);
    expect(over).toEqual([]);
  });

  test('labels of charts are 18 points and more, on lines that fit beside the bars', () => {
    const charts = [...parts].filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts.length).toBeGreaterThan(3);
    for (const [, data] of charts) {
      const xml = String(data);
      const sizes = [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1800);
      if (!xml.includes('<c:barDir val="bar"/>')) continue;
      const room = (Number(/<c:x val="([\d.]+)"/.exec(xml)?.[1]) * 12.13 * 72) / 18;
      const labels = /<c:cat>.*?<\/c:cat>/s.exec(xml)?.[0] ?? '';
      const rows = [...labels.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text = '']) => plain(text));
      const most = rows.length > 7 ? 1 : 2;
      for (const text of rows) expect(text.length * averageWidth).toBeLessThanOrEqual(most * room);
    }
  });
});
