import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { execute } from '#lib/commands/registry.ts';
import { loadSample } from '#lib/commands/load-sample.ts';
import { toYaml, type YamlValue } from '#lib/reports/interchange/yaml.ts';
import type { Store } from '#lib/server/store.ts';
import { answersFile, importInto, request, smallQuestionnaire, statsOf } from '#tests/commands/request.ts';
import { criterionRow, tableFile } from '#tests/ingest/builders.ts';
import { partsOf } from '#tests/reports/parts.ts';
import { withStore } from '#tests/server/temp-store.ts';
import { readYaml } from './read-yaml.ts';

async function exported(store: Store, campaign: string, format: string, product?: string) {
  return partsOf((await archive(store, campaign, format, product)).bytes);
}

async function archive(store: Store, campaign: string, format: string, product?: string) {
  const options = {
    campaign: [campaign],
    format: [format],
    output: ['x'],
    ...(product ? { product: [product] } : {})
  };
  const result = await execute(store, request('export', { options }));
  const [file] = result.files ?? [];
  if (!file) throw new Error(result.messages.join());
  return file;
}

function part(parts: Map<string, Buffer>, name: string) {
  const bytes = parts.get(name);
  if (!bytes) throw new Error(`no ${name} in ${[...parts.keys()].join()}`);
  return { name: name.split('/').at(-1) ?? name, bytes: new Uint8Array(bytes) };
}

test.each(['answers.csv', 'answers.parquet', 'campaign.json'])(
  'a campaign read again from its %s is the same',
  (name) =>
    withStore(async (store) => {
      await loadSample(store, 'data/sample');
      const parts = await exported(store, 'v2', 'bundle');
      const questionnaire = part(parts, 'questionnaire.csv');
      const { exit, messages } = await importInto(store, {
        campaign: 'again',
        questionnaire,
        files: [part(parts, name)]
      });
      expect([exit, messages.join()]).toEqual([0, expect.anything()]);
      const [then, now] = [
        await statsOf(store, { campaign: ['v2'] }),
        await statsOf(store, { campaign: ['again'] })
      ];
      expect(now).toEqual(then);
      const twice = await exported(store, 'again', 'bundle');
      for (const same of ['questionnaire.csv', 'answers.csv', 'products.csv', 'answers.parquet'])
        expect(twice.get(same)?.equals(parts.get(same) ?? Buffer.alloc(0))).toBe(true);
    })
);

test.each(['fr', 'en'] as const)('the dictionary tells of every column of every file, in %s', (locale) =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const options = { campaign: ['v2'], format: ['bundle'], output: ['x'] };
    const { files } = await execute(store, request('export', { options, locale }));
    const parts = await partsOf(files?.[0]?.bytes ?? new Uint8Array());
    const lines = Papa.parse<string[]>(String(parts.get('dictionary.csv')), {
      skipEmptyLines: true
    }).data.slice(1);
    const told = (file: string) => lines.filter(([of]) => of === file).map(([, column]) => column);
    for (const file of ['questionnaire', 'products', 'answers', 'corrections'])
      expect(told(file)).toEqual(
        Papa.parse<string[]>(String(parts.get(`${file}.csv`)), { preview: 1 }).data[0]
      );
    expect(told('campaign.json')).toEqual(
      Object.keys(JSON.parse(String(parts.get('campaign.json'))) as object)
    );
    expect(lines.filter(([, , type, meaning]) => !type || !meaning)).toEqual([]);
  })
);

test.each(['answers.csv', 'answers.parquet', 'campaign.json'])(
  'a hostile text is the same read again from %s, though in CSV it stands as a text',
  (name) =>
    withStore(async (store) => {
      const product = '=HYPERLINK("http://x")';
      const questionnaire = tableFile(
        criterionRow({ code: '-1', theme: '=SUM(A1)', label_fr: '@Question', level_1_fr: '+ ou -' })
      );
      const row = { product, vendor: '@Éditeur', corridor: '-2', criterion: '-1', answer: '+ ou -' };
      await importInto(store, { questionnaire, files: [answersFile('a.csv', row)] });
      const parts = await exported(store, 'v1', 'bundle');
      expect(String(parts.get('answers.csv'))).toContain(`"'=HYPERLINK(`);
      await importInto(store, {
        campaign: 'again',
        questionnaire: part(parts, 'questionnaire.csv'),
        files: [part(parts, name)]
      });
      expect(await statsOf(store, { campaign: ['again'] })).toEqual(await statsOf(store));
      expect((await exported(store, 'again', 'bundle')).get('answers.csv')).toEqual(parts.get('answers.csv'));
    })
);

test.each([0, 1])(
  'a campaign read again from its whole export is the same, with %i corrections',
  (corrections) =>
    withStore(async (store) => {
      const files = [
        answersFile('a.csv', { criterion: 'Q1', answer: '2' }, { criterion: 'Q2', answer: '3' })
      ];
      await importInto(store, { questionnaire: smallQuestionnaire, files });
      const [product] = (await statsOf(store)).products;
      const correction = { criterion: ['Q1'], level: ['3'], reason: ['vu sur place'] };
      if (corrections > 0) {
        const options = { campaign: ['v1'], product: [product?.id ?? ''], ...correction };
        expect((await execute(store, request('correct', { options }))).exit).toBe(0);
      }
      const { name, bytes } = await archive(store, 'v1', 'bundle');
      const { exit, messages } = await importInto(store, {
        campaign: 'again',
        questionnaire: smallQuestionnaire,
        files: [{ name, bytes: new Uint8Array(bytes) }]
      });
      expect([exit, messages.join()]).toEqual([0, expect.stringContaining('answers are read from')]);
      expect(await statsOf(store, { campaign: ['again'] })).toEqual(await statsOf(store));
    })
);

test('CISO Assistant: a library of the questionnaire, and audits that are read again', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const parts = await exported(store, 'v2', 'ciso-assistant');
    const library = readYaml(String(parts.get('library.yaml'))) as {
      objects: {
        framework: {
          max_score: number;
          requirement_nodes: { urn: string; parent_urn?: string; ref_id?: string }[];
        };
      };
    };
    const nodes = library.objects.framework.requirement_nodes;
    const urns = new Set(nodes.map(({ urn }) => urn));
    expect(urns.size).toBe(nodes.length);
    expect(
      nodes.every(
        ({ urn, parent_urn: parent }) =>
          /^urn:[a-z0-9:._-]+$/.test(urn) && (parent === undefined || urns.has(parent))
      )
    ).toBe(true);
    expect(library.objects.framework.max_score).toBe(4);
    const audits = [...parts.keys()].filter((name) => name.endsWith('.csv'));
    await importInto(store, {
      campaign: 'again',
      questionnaire: part(await exported(store, 'v2', 'bundle'), 'questionnaire.csv'),
      files: audits.map((name) => part(parts, name))
    });
    const levels = (campaign: string) =>
      statsOf(store, { campaign: [campaign] }).then(({ criteria }) =>
        criteria.map((c) => [c.code, c.levels, c.attained])
      );
    expect(await levels('again')).toEqual(await levels('v2'));
  }));

test('one product’s export holds no other product', () =>
  withStore(async (store) => {
    await loadSample(store, 'data/sample');
    const { products } = await statsOf(store, { campaign: ['v2'] });
    const [one, ...others] = products;
    const parts = await exported(store, 'v2', 'ciso-assistant', one?.id);
    expect([...parts.keys()].length).toBe(2);
    const text = [...parts].flat().map(String).join('\n');
    const names = others.map(({ product }) => product).filter((name) => name.length > 8);
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  }));

test('whatever a text holds, YAML is read back as it was', () => {
  const value: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 4 })
    )
  })).value;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'no', '1', 'x: y', '- z'), value), (fields) => {
      const plain = JSON.parse(JSON.stringify(fields)) as { [key: string]: YamlValue };
      expect(readYaml(toYaml(plain))).toEqual(plain);
    })
  );
});
