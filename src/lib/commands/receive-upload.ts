import { boundaryOf, MalformedForm, partsOf, textOf, type Part } from '#lib/server/multipart.ts';
import * as staging from '#lib/server/staging.ts';
import type { Draft, Role, Upload, UploadFields } from '#lib/server/staging.ts';

/** Why an upload was not kept. */
export type UploadRefusal = 'too_large' | 'too_many_files' | 'disk_full' | 'cut' | 'no_file' | 'no_campaign';

export interface Received {
  upload?: Upload;
  refusal?: UploadRefusal;
  /** What was typed, so that nobody has to type it again. */
  fields: UploadFields;
}

/** A request's body with what its headings say of it. */
export interface Sent {
  body: AsyncIterable<Uint8Array> | null;
  contentType: string | null;
}

const mostFiles = 500;
const longestField = 10_000;
const longestName = 255;
const roles: Record<string, Role> = { answers: 'answers', questionnaire: 'questionnaire' };
const fieldNames: Record<string, keyof UploadFields> = {
  campaign: 'campaign',
  'campaign-name': 'campaignName',
  'questionnaire-of': 'questionnaireOf'
};

class Refused extends Error {
  constructor(readonly reason: UploadRefusal) {
    super(reason);
  }
}

/**
 * Writes the files of a form to the staging folder beside the store as they arrive, at most `limit` bytes in all, and
 * keeps nothing of a form that is refused or cut.
 */
export async function receiveUpload(
  dir: string,
  { body, contentType }: Sent,
  limit: number
): Promise<Received> {
  const fields: UploadFields = { campaign: '', campaignName: '', questionnaireOf: '' };
  const boundary = boundaryOf(contentType);
  if (!body || boundary === undefined) return { refusal: 'no_file', fields };
  await staging.removeStale(dir, { atStart: false });
  const draft = await staging.begin(dir);
  const bounded = boundedBy(body, limit);
  try {
    for await (const part of partsOf(bounded.chunks, boundary)) await take(part, draft, fields);
    if (bounded.isExceeded()) throw new Refused('too_large');
    if (!draft.files.some(({ role }) => role === 'answers')) throw new Refused('no_file');
    if (fields.campaign === '') throw new Refused('no_campaign');
    return { upload: await staging.finish(draft, fields), fields };
  } catch (error) {
    await staging.remove(dir, draft.id);
    const refusal = bounded.isExceeded() ? 'too_large' : refusalOf(error);
    if (refusal === undefined) throw error;
    // a browser shows no answer to a form that it could not send to its end
    await bounded.drain();
    return { refusal, fields };
  }
}

function refusalOf(error: unknown): UploadRefusal | undefined {
  if (error instanceof Refused) return error.reason;
  if (error instanceof staging.DiskFull) return 'disk_full';
  return error instanceof MalformedForm ? 'cut' : undefined;
}

async function take({ name, filename, content }: Part, draft: Draft, fields: UploadFields): Promise<void> {
  const role = roles[name];
  const field = fieldNames[name];
  // an empty file field sends a nameless empty file
  if (role && filename) {
    if (draft.files.length >= mostFiles) throw new Refused('too_many_files');
    await staging.add(draft, { name: baseName(filename), role }, content);
  } else if (field && filename === undefined) {
    fields[field] = (await textOf(content, longestField)).trim();
  }
}

/** Without the folders that some browsers send with a name, and of a length that can be shown. */
function baseName(filename: string): string {
  const name = filename.split(/[\\/]/).at(-1) ?? '';
  return name.slice(-longestName) || '?';
}

/** A body that ends after so many bytes; `drain` reads as much again to no use, so that the sender gets to its end. */
function boundedBy(body: AsyncIterable<Uint8Array>, limit: number) {
  const source = body[Symbol.asyncIterator]();
  let size = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let next = await source.next(); !next.done; next = await source.next()) {
      size += next.value.length;
      if (size > limit) return;
      yield next.value;
    }
  }
  return {
    chunks: chunks(),
    isExceeded: () => size > limit,
    async drain() {
      for (let next = await source.next(); !next.done && size < 5 * limit; next = await source.next())
        size += next.value.length;
    }
  };
}
