import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { delimited, criterionRow, longRow } from '#tests/ingest/builders.ts';
import { inTempDir } from '#tests/server/temp-store.ts';
import { palier, startPalier, whileServed } from './processes.ts';
import type { Report, Stats } from './request.ts';

/** A folder for the store and files beside it. */
function inFolder(
  work: (place: {
    dir: string;
    write: (name: string, text: string) => string;
    first: string[];
  }) => Promise<void>
) {
  return inTempDir(async (parent) => {
    const write = (name: string, text: string) => {
      const file = path.join(parent, name);
      writeFileSync(file, text);
      return file;
    };
    const questionnaire = write(
      'questionnaire.csv',
      delimited([criterionRow(), criterionRow({ code: 'Q2', scope: 'conditional' })])
    );
    const answers = write('answers.csv', delimited([longRow(), longRow({ product: 'Bêta', answer: 'NA' })]));
    const first = ['import', '--campaign', 'v1', '--questionnaire', questionnaire, answers];
    await work({ dir: path.join(parent, 'store'), write, first });
  });
}

describe('exit status and streams', () => {
  test('0 and one JSON document on standard output, messages on standard error', () =>
    inFolder(async ({ dir, first }) => {
      const imported = await palier(dir, ...first, '--json');
      expect(imported.exit).toBe(0);
      expect((JSON.parse(imported.stdout) as Report).stored).toBe(true);
      expect(imported.stderr).toMatch(/^warning answers.csv:3:answer not_applicable_on_common: /m);
      const stats = await palier(dir, 'stats', '--campaign', 'v1', '--json', '--scope', 'common');
      expect((JSON.parse(stats.stdout) as Stats).overview).toMatchObject({
        products: 2,
        criteria: { common: 1, conditional: 0 }
      });
      expect(stats.stderr).toBe('filters: scope=common\n');
    }));

  test('without --json the result in words, or as CSV', () =>
    inFolder(async ({ dir, first }) => {
      expect(await palier(dir, ...first)).toMatchObject({
        exit: 0,
        stdout: 'v1: 1 vendors, 2 products, 1 answers stored\n'
      });
      const csv = await palier(dir, 'stats', '--campaign', 'v1', '--format', 'csv', '--table', 'criteria');
      expect(csv.stdout.split('\r\n')[0]).toBe(
        'code,theme,scope,target,applicable,attained,rate,low,high,level_1,level_2,level_3,unanswered,notApplicable'
      );
      expect(csv.stderr).toBe('');
    }));

  test('1 for bad input, which JSON on standard output tells too', () =>
    inFolder(async ({ dir, write, first }) => {
      const bad = write('bad.csv', delimited([longRow({ answer: '9' })]));
      const refused = await palier(dir, ...first.slice(0, -1), bad, '--json');
      expect(refused.exit).toBe(1);
      expect(JSON.parse(refused.stdout)).toMatchObject({
        stored: false,
        issues: [{ code: 'level_out_of_range', line: 2 }]
      });
      expect(refused.stderr).toMatch(/bad.csv:2:answer level_out_of_range/);
    }));

  test.each([
    { words: ['stats', '--campaign', 'none'], exit: 1, says: /unknown campaign: none/ },
    { words: ['undo', '7'], exit: 1, says: /unknown import: 7/ },
    {
      words: ['import', '--campaign', 'v1', 'no/such/file.csv'],
      exit: 1,
      says: /cannot read no\/such\/file.csv/
    },
    { words: ['import', '--campaign', 'v1'], exit: 2, says: /too few arguments/ },
    { words: ['stats', '--campaign', 'v1', '--bands', '80,20'], exit: 2, says: /invalid bands: 80,20/ },
    {
      words: ['stats', '--campaign', 'v1', '--unanswered', 'maybe'],
      exit: 2,
      says: /invalid unanswered: maybe/
    },
    { words: ['stats', '--campaign', 'v1', '--table', 'toString'], exit: 2, says: /--table is one of/ },
    { words: ['stats'], exit: 2, says: /--campaign CODE is needed/ },
    { words: ['stats', '--nonsense'], exit: 2, says: /nonsense/ },
    { words: ['campaign', 'v1', '--status', 'done'], exit: 2, says: /--status is one of/ },
    { words: ['campaign', 'v1', '--name', ' '], exit: 2, says: /--name is blank/ },
    { words: ['campaign', 'v1', '--opened', '30/02/2026'], exit: 2, says: /--opened takes a date/ },
    { words: ['campaign', 'v1', '--closed', '2026-02-30'], exit: 2, says: /--closed takes a date/ }
  ])('$exit for $words', ({ words, exit, says }) =>
    inFolder(async ({ dir, first }) => {
      if (words.includes('--bands') || words.includes('--unanswered')) await palier(dir, ...first);
      const ended = await palier(dir, ...words, '--json');
      expect({ exit: ended.exit, stderr: ended.stderr }).toEqual({
        exit,
        stderr: expect.stringMatching(says) as string
      });
      expect(JSON.parse(ended.stdout)).toMatchObject({ error: expect.stringMatching(says) as string });
    })
  );

  test.each(['import', 'serve'])('0 and its usage for %s --help', (name) =>
    inFolder(async ({ dir }) => {
      const { exit, stdout, stderr } = await palier(dir, name, '--help');
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^usage: palier ${name}\\b`));
      expect(existsSync(dir)).toBe(false);
    })
  );

  test('0 and no word where whoever reads the output stops early, as head does', () =>
    inFolder(async ({ dir, first }) => {
      await palier(dir, ...first);
      const child = startPalier(dir, ['stats', '--campaign', 'v1', '--json']);
      child.stdout?.destroy();
      const [stderr] = await Promise.all([text(child.stderr as Readable), once(child, 'close')]);
      expect({ exit: child.exitCode, stderr }).toEqual({ exit: 0, stderr: '' });
    }));

  test.each(['nonsense', 'constructor', '--json'])(
    '2, its name and the usage for the unknown command « %s »',
    (name) =>
      inFolder(async ({ dir }) => {
        expect(await palier(dir, name)).toEqual({
          exit: 2,
          stdout: '',
          stderr: expect.stringMatching(
            new RegExp(`^unknown command: ${name}\nusage:\n {2}palier import`)
          ) as string
        });
        expect(existsSync(dir)).toBe(false);
      })
  );
});

describe('while another process holds the store', () => {
  test('commands work through it, and its address is for its owner alone', () =>
    inFolder(async ({ dir, first }) => {
      await whileServed(dir, async () => {
        expect(statSync(path.join(dir, 'server.json')).mode & 0o777).toBe(0o600);
        expect(statSync(dir).mode & 0o777).toBe(0o700);
        expect(await palier(dir, ...first)).toMatchObject({ exit: 0 });
        const stats = await palier(dir, 'stats', '--campaign', 'v1', '--json');
        expect((JSON.parse(stats.stdout) as Stats).overview.products).toBe(2);
        expect(await palier(dir, 'stats', '--campaign', 'none')).toMatchObject({ exit: 1 });
      });
      expect(existsSync(path.join(dir, 'server.json'))).toBe(false);
      expect(JSON.parse((await palier(dir, 'campaigns', '--json')).stdout)).toMatchObject([
        { code: 'v1', products: 2 }
      ]);
    }));

  test('nobody gets in without the token', () =>
    inFolder(async ({ dir }) => {
      await whileServed(dir, async () => {
        const { port } = JSON.parse(readFileSync(path.join(dir, 'server.json'), 'utf8')) as { port: number };
        for (const authorization of ['', 'Bearer', `Bearer ${'0'.repeat(64)}`]) {
          const response = await fetch(`http://127.0.0.1:${port}`, {
            method: 'POST',
            headers: { authorization },
            body: 'x'
          });
          expect(response.status).toBe(403);
        }
      });
    }));

  test('a new store has the sample from the start', () =>
    inFolder(async ({ dir }) => {
      await whileServed(dir, () => Promise.resolve(), 'data/sample');
      const campaigns = JSON.parse((await palier(dir, 'campaigns', '--json')).stdout) as { code: string }[];
      expect(campaigns.map(({ code }) => code).sort()).toEqual(['v1', 'v2']);
    }));

  test('the address that a killed server left behind is survived', () =>
    inFolder(async ({ dir, first }) => {
      await whileServed(dir, (holder) => {
        holder.kill('SIGKILL');
        return Promise.resolve();
      });
      expect(existsSync(path.join(dir, 'server.json'))).toBe(true);
      expect(await palier(dir, ...first)).toMatchObject({ exit: 0 });
    }));

  const strangers = {
    'a web server': () => createHttpServer((_, response) => response.writeHead(404).end('no')),
    'a web server that likes everything': () => createHttpServer((_, response) => response.end('{}')),
    'no web server': () => createServer((socket) => socket.end('220 mail ready\r\n'))
  };
  test.each(Object.keys(strangers) as (keyof typeof strangers)[])(
    'also where its port now belongs to %s',
    (name) =>
      inFolder(async ({ dir, first }) => {
        await palier(dir, ...first);
        const stranger = strangers[name]();
        await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
        const { port } = stranger.address() as AddressInfo;
        writeFileSync(path.join(dir, 'server.json'), JSON.stringify({ port, token: 'x' }));
        expect(await palier(dir, 'campaigns')).toMatchObject({ exit: 0, stderr: '' });
        stranger.close();
      })
  );
});

test('two commands at once both succeed', () =>
  inFolder(async ({ dir, write, first }) => {
    await palier(dir, ...first);
    const files = ['Gamma', 'Delta'].map((product) =>
      write(`${product}.csv`, delimited([longRow({ product })]))
    );
    const ends = await Promise.all(files.map((file) => palier(dir, 'import', '--campaign', 'v1', file)));
    expect(ends.map(({ exit }) => exit)).toEqual([0, 0]);
    expect(JSON.parse((await palier(dir, 'campaigns', '--json')).stdout)).toMatchObject([{ products: 4 }]);
  }));
