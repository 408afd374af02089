// Writes and reads a zip archive: the container of a .vsix. Entries are deflated, names are UTF-8, times are fixed so that equal input gives equal bytes.
import { deflateRawSync, inflateRawSync } from "node:zlib";

// 1 January 1980, the earliest date the format knows.
const dosDate = (1 << 5) | 1;
const utf8Names = 0x0800;

/** The bytes of an archive with the given `{name, data}` entries; `name` uses forward slashes. */
export function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const nameBytes = Buffer.from(name, "utf8");
    const packed = deflateRawSync(data, { level: 9 });
    const common = commonFields(checksum(data), packed.length, data.length, nameBytes.length);
    const local = Buffer.concat([uint32(0x04034b50), common, nameBytes, packed]);
    directory.push(
      Buffer.concat([uint32(0x02014b50), uint16(20), common, Buffer.alloc(10), uint32(offset), nameBytes]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endOfDirectory(entries.length, central.length, offset)]);
}

/** The entries `{name, data, packed, crc}` of an archive (`packed`: bytes in it), read by its central directory as other programs do. */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error("the archive's directory is broken");
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== 0x04034b50) throw new Error("the archive's directory leads to no entry");
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = inflateRawSync(bytes.subarray(start, start + packed));
    if (data.length !== size) throw new Error("an entry of the archive has another size than it says");
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const entry = { name, data, packed, crc: bytes.readUInt32LE(at + 16) };
    at += 46 + nameLength;
    return entry;
  });
}

/** The fields that an entry's local header and its directory record share; `extra` is always empty. */
function commonFields(crc, packedSize, size, nameLength) {
  return Buffer.concat([
    uint16(20),
    uint16(utf8Names),
    uint16(8),
    uint16(0),
    uint16(dosDate),
    uint32(crc),
    uint32(packedSize),
    uint32(size),
    uint16(nameLength),
    uint16(0),
  ]);
}

function endOfDirectory(count, size, offset) {
  const counts = [uint16(0), uint16(0), uint16(count), uint16(count)];
  return Buffer.concat([uint32(0x06054b50), ...counts, uint32(size), uint32(offset), uint16(0)]);
}

function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of the bytes (Node's own zlib has it from 20.15 on only). */
function checksum(data) {
  let value = 0xffffffff;
  for (const byte of data) value = crcTable[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
