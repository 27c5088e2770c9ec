import { crc32, deflateRawSync } from 'node:zlib';

/** An entry to write; what is given besides name and data makes it lie or hostile. */
export interface EntryToWrite {
  name: string;
  data: Uint8Array | string;
  isStored?: boolean;
  /** What the directory says of the unpacked size. */
  claimedBytes?: number;
  claimedChecksum?: number;
  isEncrypted?: boolean;
  /** Unix mode, such as 0o120777 for a link. */
  mode?: number;
}

interface Placed {
  local: Buffer;
  central: (offset: number) => Buffer;
}

/** A zip, made byte by byte, so that it can be what no library would write. */
export function zip(...entries: EntryToWrite[]): Uint8Array {
  const placed = entries.map(place);
  let offset = 0;
  const centrals = placed.map(({ local, central }) => {
    const header = central(offset);
    offset += local.length;
    return header;
  });
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...placed.map(({ local }) => local), directory, end]));
}

function place(entry: EntryToWrite): Placed {
  const name = Buffer.from(entry.name);
  const data = Buffer.from(entry.data);
  const packed = entry.isStored ? data : deflateRawSync(data);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x800 | (entry.isEncrypted ? 1 : 0), 2);
  fields.writeUInt16LE(entry.isStored ? 0 : 8, 4);
  fields.writeUInt32LE(entry.claimedChecksum ?? crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.claimedBytes ?? data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([signature(0x04034b50), fields, name, packed]);
  const central = (offset: number) => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    return Buffer.concat([signature(0x02014b50), Buffer.from([20, 3]), fields, rest, name]);
  };
  return { local, central };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
