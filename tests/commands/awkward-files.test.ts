import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { delimited, file } from '#tests/ingest/builders.ts';
import { encode } from '#tests/ingest/encode.ts';
import * as naive from '#tests/server/naive.ts';
import { inTempDir, withStore } from '#tests/server/temp-store.ts';
import {
  campaign,
  codes,
  criterionOf,
  labels,
  names,
  questionnaireFile,
  rowsOf,
  type Shape,
  type Written
} from './awkward-campaign.ts';
import { productsOf, type LabelledCriterion } from './naive-file.ts';
import { importInto, statsOf, type Stats } from './request.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(20);

function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, v: unknown) =>
    typeof v === 'number' ? Number(v.toFixed(12)) : v
  );
}

function byId(products: Stats['products'] | ReturnType<typeof naive.byProduct>) {
  return [...products].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function expectSame(stats: Stats, text: string, delimiter: string, criteria: LabelledCriterion[]) {
  const view = naive.viewOf(criteria, productsOf(text, delimiter, criteria), {});
  expect(rounded(stats.overview)).toEqual(rounded(naive.overview(view)));
  expect(rounded(stats.criteria)).toEqual(rounded(naive.byCriterion(view)));
  expect(rounded(byId(stats.products))).toEqual(rounded(byId(naive.byProduct(view))));
}

function bytesOf(text: string, { encoding, mark }: Pick<Shape, 'encoding' | 'mark'>): Uint8Array {
  return encode(text, encoding, mark && encoding !== 'windows-1252');
}

describe('awkward but valid files give the numbers of a recomputation from their rows', () => {
  test('whatever the layout, encoding, delimiter, order and wording', async () => {
    await fc.assert(
      fc.asyncProperty(campaign, ({ criteria, shape, products }) =>
        withStore(async (store) => {
          const text = delimited(rowsOf(products, criteria, shape), shape.delimiter, shape.lineBreak);
          const answers = file(bytesOf(text, shape), 'réponses.csv');
          const { exit, report } = await importInto(store, {
            questionnaire: questionnaireFile(criteria),
            files: [answers]
          });
          expect({ exit, errors: report.issues.filter(({ severity }) => severity === 'error') }).toEqual({
            exit: 0,
            errors: []
          });
          expect(report.files).toMatchObject([{ layout: shape.layout, delimiter: shape.delimiter }]);
          expectSame(await statsOf(store), text, shape.delimiter, criteria);
        })
      ),
      { numRuns: runs }
    );
  });

  test('with products exactly on each band edge', () =>
    withStore(async (store) => {
      const criteria = Array.from({ length: 55 }, (_, i): LabelledCriterion => ({
        ...criterionOf(`C.1.${i + 1}`, 0),
        target: 2
      }));
      const counts = [10, 11, 12, 32, 33, 34, 43, 44, 45, 55, 0];
      const rows = counts.map((n) => ({
        solution: `Produit à ${n}`,
        industriel: 'Acme',
        ...Object.fromEntries(criteria.map(({ code }, i) => [code, i < n ? '2' : '1']))
      }));
      const text = delimited(rows, ';', '\r\n');
      await importInto(store, { questionnaire: questionnaireFile(criteria), files: [file(text)] });
      const stats = await statsOf(store);
      expectSame(stats, text, ';', criteria);
      expect(stats.overview.bands.map(({ products }) => products)).toEqual([2, 3, 3, 3]);
      expect(stats.products.find(({ product }) => product === 'Produit à 33')).toMatchObject({
        band: '60-80'
      });
    }));

  test('with products to which nothing applies', () =>
    withStore(async (store) => {
      const criteria = ['A/B', 'Q12[SQ003]'].map((code) => ({
        ...criterionOf(code, 2),
        levels: 2,
        target: 2,
        labels: labels.slice(0, 2)
      }));
      const rows = [
        { produit: 'Rien', éditeur: 'Acme', 'A/B': 'Sans objet', 'Q12[SQ003]': '' },
        { produit: 'Un', éditeur: 'Acme', 'A/B': 'sans réponse', 'Q12[SQ003]': 'NA' },
        { produit: 'Deux', éditeur: 'Acme', 'A/B': '2', 'Q12[SQ003]': 'In part; under "study"' }
      ];
      const text = delimited(rows);
      await importInto(store, { questionnaire: questionnaireFile(criteria), files: [file(text)] });
      const stats = await statsOf(store);
      expectSame(stats, text, ',', criteria);
      expect(stats.overview).toMatchObject({ products: 3, rated: 2 });
      expect(stats.products.find(({ product }) => product === 'Rien')).toMatchObject({
        rate: null,
        band: null,
        applicable: 0
      });
    }));
});

const exec = promisify(execFile);

test('the same through the command as a process, with a Windows-1252 file', () =>
  inTempDir(async (dir) => {
    const criteria = codes.map(criterionOf);
    const products = names.map((produit, i): Written => ({
      produit,
      éditeur: 'Édi-Santé',
      couloir: i % 2 === 0 ? 'Hôpital' : '',
      remarque: 'deux\nlignes',
      answers: criteria.map(
        ({ labels, levels }, c) =>
          ['', 'Sans objet', labels[(i + c) % levels]?.fr ?? '', '1', '2'][(i * 7 + c) % 5] ?? ''
      )
    }));
    const shape: Shape = {
      layout: 'long',
      delimiter: ';',
      encoding: 'windows-1252',
      mark: false,
      lineBreak: '\r\n',
      order: [5, 3, 9, 1]
    };
    const text = delimited(rowsOf(products, criteria, shape), ';', '\r\n');
    const [questionnaire, answers] = [path.join(dir, 'questionnaire.csv'), path.join(dir, 'réponses.csv')];
    await writeFile(questionnaire, questionnaireFile(criteria).bytes);
    await writeFile(answers, bytesOf(text, shape));
    const palier = (...words: string[]) =>
      exec(process.execPath, [inject('command'), ...words, '--data', path.join(dir, 'store'), '--json']);
    const imported = JSON.parse(
      (await palier('import', '--campaign', 'v1', '--questionnaire', questionnaire, answers)).stdout
    ) as object;
    expect(imported).toMatchObject({
      stored: true,
      files: [{ encoding: 'windows-1252', delimiter: ';', layout: 'long' }]
    });
    const stats = JSON.parse((await palier('stats', '--campaign', 'v1')).stdout) as Stats;
    expectSame(stats, text, ';', criteria);
  }));
