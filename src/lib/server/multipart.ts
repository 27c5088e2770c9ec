/** One field of a form sent as `multipart/form-data`; `content` is read before the next part comes, or passed over. */
export interface Part {
  name: string;
  /** As the browser gives it, undefined for a plain field. */
  filename: string | undefined;
  content: AsyncIterable<Uint8Array>;
}

/** Thrown where a form's body is cut or no form. */
export class MalformedForm extends Error {}

const longestHead = 16_384;

interface Source {
  chunks: AsyncIterator<Uint8Array>;
  rest: Buffer;
}

/** The boundary that a content type names; undefined for anything but a multipart form. */
export function boundaryOf(contentType: string | null): string | undefined {
  const found = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType ?? '');
  return found?.[1] ?? found?.[2];
}

/** The parts of a form one after the other, as they arrive: none is held in memory whole. Throws MalformedForm. */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  // a line break put in front makes the first delimiter like all others
  const source: Source = { chunks: body[Symbol.asyncIterator](), rest: Buffer.from('\r\n') };
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  await passOver(until(source, delimiter));
  while (!(await isLast(source))) {
    await passOver(until(source, Buffer.from('\r\n')));
    const head = await textOf(until(source, Buffer.from('\r\n\r\n')), longestHead);
    const content = until(source, delimiter);
    yield { ...named(head), content };
    await passOver(content);
  }
}

/** A part's content as text. Throws MalformedForm above so many bytes. */
export async function textOf(content: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > most) throw new MalformedForm('a field is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What comes before a mark, which is taken out; an iterator that goes on where it was left, so that it can be passed over. */
function until(source: Source, mark: Buffer): AsyncIterable<Uint8Array> {
  const state = { isDone: false };
  return {
    [Symbol.asyncIterator]: () => ({ next: () => nextBefore(source, mark, state) })
  };
}

async function nextBefore(
  source: Source,
  mark: Buffer,
  state: { isDone: boolean }
): Promise<IteratorResult<Uint8Array, undefined>> {
  while (!state.isDone) {
    const at = source.rest.indexOf(mark);
    state.isDone = at >= 0;
    const value = cut(source, state.isDone ? at : source.rest.length - mark.length + 1);
    if (state.isDone) cut(source, mark.length);
    if (value.length > 0) return { done: false, value };
    if (!state.isDone) await more(source);
  }
  return { done: true, value: undefined };
}

/** Takes so many bytes away; none where there are fewer than one. */
function cut(source: Source, length: number): Buffer {
  const end = Math.max(0, length);
  const taken = source.rest.subarray(0, end);
  source.rest = source.rest.subarray(end);
  return taken;
}

async function more(source: Source): Promise<void> {
  const { done, value } = await source.chunks.next();
  if (done) throw new MalformedForm('the form ends too early');
  source.rest = Buffer.concat([source.rest, value]);
}

async function isLast(source: Source): Promise<boolean> {
  while (source.rest.length < 2) await more(source);
  return source.rest.subarray(0, 2).toString('latin1') === '--';
}

async function passOver(content: AsyncIterable<Uint8Array>): Promise<void> {
  const chunks = content[Symbol.asyncIterator]();
  while (!(await chunks.next()).done);
}

/** Browsers write a quotation mark in a name as %22. */
function named(head: string): Pick<Part, 'name' | 'filename'> {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1];
  const of = (key: string) =>
    new RegExp(`(?:^|;)\\s*${key}="([^"]*)"`, 'i').exec(disposition ?? '')?.[1]?.replaceAll('%22', '"');
  const name = of('name');
  if (name === undefined) throw new MalformedForm('a part without a name');
  return { name, filename: of('filename') };
}
