import { describe, expect, it } from 'vitest';
import { delimiterNamed, parseCsv, recogniseDelimiter } from '#lib/ingest/csv.ts';

describe('parseCsv', () => {
  it.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['mixed line breaks', 'a,b\r\n1,2\r3,4\n'],
    ['no line break at the end', 'a,b\n1,2\n3,4']
  ])('reads %s', (_, text) => {
    expect(parseCsv(text, ',')).toEqual({
      rows: [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4']
      ],
      lines: [1, 2, 3],
      brokenLine: null
    });
  });

  it('counts blank lines and quoted line breaks in the lines', () => {
    const { rows, lines } = parseCsv('\na,b\r\n\r\n"one\r\ntwo\r\n",2\n , \n3,"x\ry"\n4,5', ',');
    expect(rows).toEqual([
      ['a', 'b'],
      ['one\ntwo\n', '2'],
      ['3', 'x\ny'],
      ['4', '5']
    ]);
    expect(lines).toEqual([2, 4, 8, 10]);
  });

  it('unescapes quotes, and leaves those within unquoted cells alone', () => {
    expect(parseCsv('"say ""hi""",6\'3" tall,"a,b" \n', ',').rows).toEqual([
      ['say "hi"', '6\'3" tall', 'a,b']
    ]);
  });

  it('reads a quoted cell with blanks behind it at the very end', () => {
    expect(parseCsv('a,b\n1,"2" ', ',')).toMatchObject({
      rows: [
        ['a', 'b'],
        ['1', '2']
      ],
      brokenLine: null
    });
  });

  it.each([
    ['an unclosed quote', 'a,b\n1,2\n\n3,"x\ny\n', 4],
    ['an unclosed quote closed by a later one', 'a,b\n1,"x\n2,"y"\n', 2],
    ['text after a closing quote', 'a,b\n"1\n1",2\n"x"y,2\n', 4],
    ['an unclosed quote in the heading row', 'a,"b\n1,2\n', 1]
  ])('tells the line of the record with %s', (_, text, line) => {
    expect(parseCsv(text, ',').brokenLine).toBe(line);
  });
});

describe('recogniseDelimiter', () => {
  const isKnown = (heading: string) => ['product', 'vendor', 'Q1'].includes(heading);

  it.each([',', ';', '\t', '|'])('finds %j by the known headings', (delimiter) => {
    const others = [',', ';', '\t', '|'].filter((other) => other !== delimiter).join('x');
    const text = ['product', 'vendor', 'Q1', `"${others.repeat(9)}"`].join(delimiter) + '\n1\n';
    expect(recogniseDelimiter(text, isKnown)).toBe(delimiter);
  });

  it('finds it by the most columns where no heading is known', () => {
    expect(recogniseDelimiter('\n\na;b, c;d\n', isKnown)).toBe(';');
  });

  it('takes the comma where nothing tells', () => {
    expect(recogniseDelimiter('product\nx\n', isKnown)).toBe(',');
  });
});

describe('delimiterNamed', () => {
  it.each([
    [';', ';'],
    ['tab', '\t'],
    ['\\t', '\t'],
    ['\t', '\t'],
    ['', undefined],
    ['"', undefined],
    ['\n', undefined],
    [';;', undefined]
  ])('takes %j for %j', (name, delimiter) => {
    expect(delimiterNamed(name)).toBe(delimiter);
  });
});
