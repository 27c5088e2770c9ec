import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With `/` between folders. */
  name: string;
  data: Uint8Array | string;
}

interface Packed {
  /** Name and contents, as they stand in the file. */
  local: Buffer;
  /** Its line in the directory but for the place. */
  central: (offset: number) => Buffer;
}

/** 1 January 1980, the first day that the format knows: a file must not tell when it was written. */
const firstDay = 0x0021;
const namesInUtf8 = 0x0800;
const deflated = 8;

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The part that both headers share. */
function fieldsOf(name: Buffer, data: Buffer, packed: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(namesInUtf8, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function pack(entry: ZipEntry): Packed {
  const name = Buffer.from(entry.name);
  const data = Buffer.from(entry.data);
  const packed = deflateRawSync(data);
  const fields = fieldsOf(name, data, packed);
  return {
    local: Buffer.concat([signature(0x04034b50), fields, name, packed]),
    central(offset) {
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(offset, 10);
      return Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), fields, rest, name]);
    }
  };
}

function endOf(entries: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  signature(0x06054b50).copy(end);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** The entries in their order as one archive; the same entries give the same bytes, whenever and wherever. */
export function zip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const packed = entries.map(pack);
  let offset = 0;
  const directory = packed.map(({ local, central }) => {
    const line = central(offset);
    offset += local.length;
    return line;
  });
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0);
  return new Uint8Array(
    Buffer.concat([
      ...packed.map(({ local }) => local),
      ...directory,
      endOf(entries.length, directoryBytes, offset)
    ])
  );
}
