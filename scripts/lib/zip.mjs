// Writes a zip archive: the container of a .vsix. Entries are deflated, names are UTF-8, times are fixed so that equal input gives equal bytes.
import { deflateRawSync } from "node:zlib";

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
