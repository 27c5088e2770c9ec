import { describe, expect, it } from 'vitest';
import { decode, encodingNamed, type Encoding } from '#lib/ingest/decode.ts';
import { encode } from './encode.ts';

const french =
  'produit;éditeur;critère;réponse\nÀ l’hôpital;« Société Générale »;Q1;Où ça ? 12\u00a0€\nŒuvre;Noël;Q2;déjà prêt, goût\n';

function encodingOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return 'refusal' in decoded ? decoded.refusal.reason : decoded.encoding;
}

describe('decode recognises', () => {
  const cases: [name: string, encoding: Encoding, mark: boolean][] = [
    ['UTF-8', 'utf-8', false],
    ['UTF-8 with a byte order mark', 'utf-8', true],
    ['UTF-16 LE with a byte order mark', 'utf-16le', true],
    ['UTF-16 BE with a byte order mark', 'utf-16be', true],
    ['UTF-16 LE without one', 'utf-16le', false],
    ['UTF-16 BE without one', 'utf-16be', false],
    ['Windows-1252', 'windows-1252', false],
    ['Mac OS Roman', 'macintosh', false]
  ];
  it.each(cases)('%s', (_, encoding, mark) => {
    expect(decode(encode(french, encoding, mark))).toEqual({ text: french, encoding });
  });

  it.each([
    'éditeur',
    'Médecine de ville',
    'HÔPITAL',
    'État',
    'l’accès',
    '« oui »',
    'à',
    'Biologie médicale;Médico-social',
    'Noël',
    'œuvre',
    'ÉVALUÉ À',
    'Müller',
    'oui\u00a0!'
  ])('both single-byte encodings by « %s » alone', (text) => {
    const sentence = `product;vendor\n${text};x\n`;
    expect(decode(encode(sentence, 'windows-1252'))).toEqual({ text: sentence, encoding: 'windows-1252' });
    expect(decode(encode(sentence, 'macintosh'))).toEqual({ text: sentence, encoding: 'macintosh' });
  });
});

describe('decode with an encoding asked for', () => {
  it('obeys it against what would be recognised', () => {
    expect(decode(encode('é', 'utf-8'), 'windows-1252')).toEqual({ text: 'Ã©', encoding: 'windows-1252' });
    expect(decode(encode('é', 'macintosh'), 'Mac OS Roman')).toEqual({ text: 'é', encoding: 'macintosh' });
  });

  it('refuses bytes that it does not hold', () => {
    expect(decode(encode(french, 'windows-1252'), 'UTF-8')).toEqual({
      refusal: { reason: 'encoding', encoding: 'utf-8' }
    });
  });

  it('refuses a name that it does not know', () => {
    expect(decode(encode('a', 'utf-8'), 'ebcdic')).toEqual({
      refusal: { reason: 'unknown_encoding', encoding: 'ebcdic' }
    });
  });

  it('lets the bytes decide the order of UTF-16', () => {
    for (const mark of [true, false]) {
      expect(decode(encode(french, 'utf-16be', mark), 'UTF-16')).toEqual({
        text: french,
        encoding: 'utf-16be'
      });
    }
  });

  it.each([
    ['UTF8', 'utf-8'],
    ['utf-8-sig', 'utf-8'],
    ['UTF_16LE', 'utf-16le'],
    ['Windows-1252', 'windows-1252'],
    ['cp1252', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['MacRoman', 'macintosh'],
    ['x-mac-roman', 'macintosh'],
    ['constructor', undefined]
  ])('takes %s for %s', (name, encoding) => {
    expect(encodingNamed(name)).toBe(encoding);
  });
});

describe('decode refuses', () => {
  const bytes = (...values: number[]) => Uint8Array.from([...values, 1, 2, 3, 0, 0, 9]);
  const text = (content: string) => encode(content, 'utf-8');
  it.each([
    ['zip', bytes(0x50, 0x4b, 3, 4)],
    ['pdf', text('%PDF-1.7\n')],
    ['ole', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
    ['png', bytes(0x89, 0x50, 0x4e, 0x47)],
    ['jpeg', bytes(0xff, 0xd8, 0xff)],
    ['gif', text('GIF89a')],
    ['gzip', bytes(0x1f, 0x8b)],
    ['rtf', text('{\\rtf1 a}')],
    ['binary', text('product,vendor\nA\0lpha,Acme\n')],
    ['binary', Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) % 256)],
    ['binary', text('product\u0001\u0002\u0003,vendor\u0004\n')],
    ['html', text('\n<!DOCTYPE html><html lang="fr">')],
    ['html', text('<table><tr><td>product</td></tr></table>')],
    ['xml', text('<?xml version="1.0"?><a/>')],
    ['xml', encode('<Workbook xmlns="urn:x">', 'utf-16le', true)],
    ['json', text('{"product": "Alpha"}')],
    ['json', text('[{"product": "Alpha"}]')],
    ['encoding', encode('critère;réponse;é', 'utf-8').slice(0, -1)]
  ])('%s', (reason, content) => {
    expect(encodingOf(content)).toBe(reason);
  });

  it('no table whose first heading merely starts with a sign', () => {
    for (const content of ['<2 ans,vendor\n', '[SQ1],[SQ2]\n', '{a},b\n']) {
      expect(decode(text(content))).toEqual({ text: content, encoding: 'utf-8' });
    }
  });
});
