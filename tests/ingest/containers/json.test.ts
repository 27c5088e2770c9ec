import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson, type JsonValue } from '#lib/ingest/containers/json-value.ts';
import { readContainer } from '#lib/ingest/containers/reading.ts';

async function gridOf(json: unknown) {
  const result = await readContainer({ json: typeof json === 'string' ? json : JSON.stringify(json) });
  if (!('grid' in result)) throw new Error(JSON.stringify(result));
  return { rows: result.grid.rows, lines: result.grid.lines };
}

async function refusalOf(json: unknown) {
  const result = await readContainer({ json: typeof json === 'string' ? json : JSON.stringify(json) });
  return 'refusal' in result ? result.refusal : undefined;
}

const answer = { criterion: 'Q1', level: 2, target: 3, gap: 1, state: 'level', blank: false };
const product = {
  id: '0123456789ab',
  product: 'A',
  vendor: 'B',
  corridor: 'C',
  applicable: 5,
  attained: 1,
  rate: 0.2,
  band: '20-60',
  effort: 4
};

describe('a list of objects', () => {
  it('is a table: fields are columns in the order in which they come, values are text', async () => {
    expect(await gridOf([{ b: 1, a: 'x' }, { a: null, c: true }, {}, { c: false, b: 1.5 }])).toEqual({
      rows: [
        ['b', 'a', 'c'],
        ['1', 'x', ''],
        ['', '', 'true'],
        ['1.5', '', 'false']
      ],
      lines: [1, 1, 1, 1]
    });
  });

  it('has the line on which each object begins, whatever the line breaks', async () => {
    const text = '[\n  {"a":\r\n "x"},\r  {\n"a": "y\\nz"}, {"a":"w"}]\n';
    expect(await gridOf(text)).toEqual({ rows: [['a'], ['x'], ['y\nz'], ['w']], lines: [1, 2, 4, 5] });
  });

  it('keeps long identifiers digit by digit, and writes numbers plainly', async () => {
    const { rows } = await gridOf('[{"a":12345678901234567890,"b":3.0,"c":1e2,"d":-0}]');
    expect(rows[1]).toEqual(['12345678901234567890', '3', '100', '-0']);
  });

  it('may hold quotes and backslashes anywhere', async () => {
    const texts = ['\\', '\\\\', '"', '\\"', '"\\', '\\\\"'];
    const { rows } = await gridOf(texts.map((a) => ({ a, b: 'z' })));
    expect(rows.slice(1)).toEqual(texts.map((a) => [a, 'z']));
  });

  it('may be empty', async () => {
    expect(await gridOf([])).toEqual({ rows: [], lines: [] });
  });
});

describe('a campaign as its export gives it', () => {
  it('holds the answers of each product by criterion, and the product’s other columns', async () => {
    const one = { product: 'A', vendor: 'B', submittedAt: '2026-01-02', attributes: { taille: '3' } };
    const exported = {
      campaign: { code: 'v1' },
      questionnaire: { criteria: [] },
      products: [
        { id: 'x', ...one, answers: { Q1: '2', Q2: 'NA', Q3: '' } },
        { ...one, product: 'Z', attributes: {}, answers: {} }
      ]
    };
    expect((await gridOf(exported)).rows).toEqual([
      ['product', 'vendor', 'submitted_at', 'taille', 'criterion', 'answer'],
      ['A', 'B', '2026-01-02', '3', 'Q1', '2'],
      ['A', 'B', '2026-01-02', '3', 'Q2', 'NA'],
      ['A', 'B', '2026-01-02', '3', 'Q3', ''],
      ['Z', 'B', '2026-01-02', '', '', '']
    ]);
  });

  it('is none where its products hold no answers', async () => {
    expect(await refusalOf({ products: [{ product: 'A', cells: [] }] })).toMatchObject({
      reason: 'json_shape'
    });
  });
});

describe('answers as the API gives them', () => {
  const answers = [
    answer,
    { ...answer, criterion: 'Q2', level: null, state: 'unanswered' },
    { ...answer, criterion: 'Q3', level: null, state: 'unanswered', blank: true },
    { ...answer, criterion: 'Q4', level: null, state: 'not_applicable', gap: null },
    { ...answer, criterion: 'Q5', level: null, state: 'not_applicable', gap: null, blank: true }
  ];
  const rows = [
    ['product', 'vendor', 'corridor', 'criterion', 'answer'],
    ['A', 'B', 'C', 'Q1', '2'],
    ['A', 'B', 'C', 'Q2', 'unanswered'],
    ['A', 'B', 'C', 'Q3', ''],
    ['A', 'B', 'C', 'Q4', 'NA'],
    ['A', 'B', 'C', 'Q5', '']
  ];

  it('of one product are rows in the long layout, without the figures', async () => {
    expect((await gridOf({ ...product, answers })).rows).toEqual(rows);
  });

  it('of several products too; one without answers is not lost', async () => {
    const second = { product: 'D', vendor: 'B', answers: [] };
    const { rows: both } = await gridOf([{ ...product, answers }, second]);
    expect(both).toEqual([...rows, ['D', 'B', '', '', '']]);
  });
});

describe('JSON is refused', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  it.each<[string, string, unknown]>([
    ['for a list of products without answers', 'json_products', [product]],
    ['for an object', 'json_shape', { a: 1 }],
    ['for a list of values', 'json_shape', [{ a: 1 }, 2]],
    ['for products with and without answers', 'json_shape', [{ ...product, answers: [] }, product]],
    ['for answers that are no objects', 'json_shape', { ...product, answers: [1] }],
    ['for a nested value', 'json_nested', [{ a: { b: 1 } }]],
    ['for a field that comes twice', 'json_duplicate', '[{"a":1,"a":2}]'],
    ['for nesting', 'json_depth', deep(9)],
    ['for deep nesting', 'json_depth', '['.repeat(10_000_000)],
    ['for deep nesting of objects', 'json_depth', '{"a":'.repeat(2_000_000)],
    ['for a long text', 'long_cell', [{ a: 'x'.repeat(32_768) }]],
    [
      'for too many columns',
      'columns',
      [Object.fromEntries(Array.from({ length: 16_385 }, (_, i) => [`c${i}`, 1]))]
    ],
    ['for too many cells', 'cells', Array.from({ length: 3_000 }, (_, i) => ({ [`c${i}`]: 1 }))],
    ['for what comes after it', 'json_damaged', '[{"a":1}] x']
  ])('%s', async (_, reason, json) => {
    const start = Date.now();
    expect((await refusalOf(json))?.reason).toBe(reason);
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  it('with the line where it breaks off', async () => {
    expect(await refusalOf('[\n{"a": 1},\n{"a": tru}]')).toEqual({ reason: 'json_damaged', line: 3 });
    const whole = JSON.stringify([{ ...product, answers: [answer] }], null, 1);
    for (let length = 1; length < whole.length; length++)
      expect((await refusalOf(whole.slice(0, length)))?.reason).toBe('json_damaged');
  });
});

describe('readJson', () => {
  /** What it reads, as JSON.parse gives it, with plain values as text. */
  function plain(value: JsonValue): unknown {
    if (Array.isArray(value)) return value.map(plain);
    if (value === null || typeof value === 'string') return value;
    return Object.fromEntries([...value.fields].map(([key, field]) => [key, plain(field)]));
  }

  function asText(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(asText);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, asText(field)]));
    return value === null ? null : String(value);
  }

  it('reads what JSON.parse reads', () => {
    const json = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!text.includes('\\r'));
        expect(plain(readJson(text))).toEqual(asText(JSON.parse(text)));
      }),
      { numRuns: 2_000 }
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const json = fc.tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', '"', '{', ']', ',', '\\', '\n', '0', 'x')
    );
    fc.assert(
      fc.property(json, ([text, at, sign]) => {
        const place = at % (text.length + 1);
        const changed = text.slice(0, place) + sign + text.slice(place + 1);
        const isValid = isRead(() => JSON.parse(changed) as unknown);
        // a field that comes twice is refused here alone
        if (!isValid) expect(isRead(() => readJson(changed))).toBe(false);
      }),
      { numRuns: 2_000 }
    );
  });

  function isRead(read: () => unknown): boolean {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  }
});
