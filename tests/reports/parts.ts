import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { buffer } from 'node:stream/consumers';

function open(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, file) =>
      error ? reject(error) : resolve(file)
    );
  });
}

function contents(file: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream))));
  });
}

/** Every entry of an archive, by its name, in the archive's order. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const file = await open(bytes);
  const parts = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    file.on('error', reject);
    file.on('end', () => resolve(parts));
    file.on('entry', (entry: Entry) => {
      contents(file, entry).then((data) => {
        parts.set(entry.fileName, data);
        file.readEntry();
      }, reject);
    });
    file.readEntry();
  });
}
