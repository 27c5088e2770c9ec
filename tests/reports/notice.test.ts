import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNotice, spansOf, type Block, type Span } from '#lib/reports/notice.ts';

test('headings, paragraphs, lists, strong words and links', () => {
  const text =
    '# Mentions\r\n\r\n## Éditeur\nLe **service** X,\nà Paris.\n\n- un\n- [deux](https://example.org/a)\n';
  expect(readNotice(text)).toEqual({
    title: 'Mentions',
    blocks: [
      { kind: 'heading', level: 2, spans: [{ kind: 'text', text: 'Éditeur' }] },
      {
        kind: 'paragraph',
        spans: [
          { kind: 'text', text: 'Le ' },
          { kind: 'strong', text: 'service' },
          { kind: 'text', text: ' X, à Paris.' }
        ]
      },
      {
        kind: 'list',
        items: [
          [{ kind: 'text', text: 'un' }],
          [{ kind: 'link', text: 'deux', address: 'https://example.org/a' }]
        ]
      }
    ]
  } satisfies ReturnType<typeof readNotice>);
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:x',
  'data:text/html,x',
  '//elsewhere.example',
  '/\\elsewhere',
  'x'
])('an address that leads to no page is left as it is written: %s', (address) => {
  expect(spansOf(`[a](${address})`)).toEqual([{ kind: 'text', text: `[a](${address})` }]);
});

test.each(['https://a.example/b', 'mailto:dpo@example.org', '/legal?lang=fr'])(
  'an address that does is a link: %s',
  (address) => {
    expect(spansOf(`[a](${address})`)).toEqual([{ kind: 'link', text: 'a', address }]);
  }
);

function lists(block: Block): Span[][] {
  return block.kind === 'list' ? block.items : [block.spans];
}

test('whatever is written, no word of it is lost', () =>
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z<>&"'#*-]{1,8}$/), { minLength: 1 }), (words) => {
      const { title, blocks } = readNotice(words.join(' '));
      const said = [title, ...blocks.flatMap(lists).flatMap((spans) => spans.map(({ text }) => text))].join(
        ' '
      );
      const letters = (text: string) => text.replace(/[^a-z<>&"']/g, '');
      expect(letters(said)).toBe(letters(words.join(' ')));
    })
  ));
