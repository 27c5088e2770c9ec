/*
 * A small part of Markdown, for texts that an operator writes: headings, paragraphs, lists, strong words and links. It is
 * read into pieces that a page shows as text; nothing in it can become markup of its own.
 */

export type Span =
  { kind: 'text' | 'strong'; text: string } | { kind: 'link'; text: string; address: string };

export type Block =
  | { kind: 'heading'; level: 2 | 3; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; items: Span[][] };

export interface Notice {
  /** The first heading of the first level; empty where there is none. */
  title: string;
  blocks: Block[];
}

const marks = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^()\s]+)\)/g;

/** Only what leads to a page or a letter: no script, no data, no other site's page under this one's name. */
function isAddress(address: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?![/\\]))/i.test(address);
}

function spanOf([whole, strong, text, address = '']: RegExpMatchArray): Span {
  if (strong !== undefined) return { kind: 'strong', text: strong };
  return isAddress(address) ? { kind: 'link', text: text ?? '', address } : { kind: 'text', text: whole };
}

export function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of line.matchAll(marks)) {
    if (match.index > end) spans.push({ kind: 'text', text: line.slice(end, match.index) });
    spans.push(spanOf(match));
    end = match.index + match[0].length;
  }
  if (end < line.length) spans.push({ kind: 'text', text: line.slice(end) });
  return spans;
}

const heading = /^(#{2,3}) +(.+)$/;
const item = /^[-*] +(.+)$/;

function blocksOf(chunk: string): Block[] {
  const lines = chunk.split('\n').map((line) => line.trim());
  const [, level, text] = heading.exec(lines[0] ?? '') ?? [];
  if (text !== undefined) {
    const head: Block = { kind: 'heading', level: level === '##' ? 2 : 3, spans: spansOf(text) };
    return [head, ...(lines.length > 1 ? blocksOf(lines.slice(1).join('\n')) : [])];
  }
  if (lines.every((line) => item.test(line)))
    return [{ kind: 'list', items: lines.map((line) => spansOf(line.replace(item, '$1'))) }];
  return [{ kind: 'paragraph', spans: spansOf(lines.join(' ')) }];
}

/** Reads a text of blocks that blank lines part. */
export function readNotice(source: string): Notice {
  const chunks = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '');
  const title = /^# +([^\n]+)/.exec(chunks[0] ?? '')?.[1] ?? '';
  const rest = title === '' ? chunks : [(chunks[0] ?? '').replace(/^# +[^\n]+\n?/, ''), ...chunks.slice(1)];
  return { title, blocks: rest.filter((chunk) => chunk !== '').flatMap(blocksOf) };
}
