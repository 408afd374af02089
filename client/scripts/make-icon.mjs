// Draws the extension's icon: two pieces that fit each other, as components do through their interface. Writes client/icon.png.
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const SIZE = 256;
const SAMPLES = 4;
const BACKGROUND = [38, 43, 69];
const LEFT = [101, 79, 240];
const RIGHT = [122, 215, 202];

writeFileSync(new URL("../icon.png", import.meta.url), png(SIZE, SIZE, pixels()));

/** Red, green, blue and alpha of every pixel; edges are smoothed by sampling each pixel several times. */
function pixels() {
  const data = Buffer.alloc(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) data.set(average(x, y), (y * SIZE + x) * 4);
  return data;
}

function average(x, y) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const colour = colourAt(x + ((i % SAMPLES) + 0.5) / SAMPLES, y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES);
    if (colour === undefined) continue;
    for (let c = 0; c < 3; c++) sum[c] += colour[c];
    sum[3] += 1;
  }
  if (sum[3] === 0) return [0, 0, 0, 0];
  return [...sum.slice(0, 3).map(c => Math.round(c / sum[3])), Math.round((255 * sum[3]) / (SAMPLES * SAMPLES))];
}

function colourAt(x, y) {
  if (!inRounded(x, y, 4, 4, 252, 252, 52)) return undefined;
  const knob = inCircle(x, y, 136, 128, 27) || inBox(x, y, 108, 114, 130, 142);
  const gap = inCircle(x, y, 136, 128, 35) || inBox(x, y, 108, 106, 130, 150);
  if (inRounded(x, y, 40, 60, 112, 196, 16) || knob) return LEFT;
  if (inRounded(x, y, 122, 60, 216, 196, 16) && !gap) return RIGHT;
  return BACKGROUND;
}

function inBox(x, y, left, top, right, bottom) {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function inCircle(x, y, cx, cy, radius) {
  return (x - cx) ** 2 + (y - cy) ** 2 <= radius ** 2;
}

function inRounded(x, y, left, top, right, bottom, radius) {
  const nearestX = Math.min(Math.max(x, left + radius), right - radius);
  const nearestY = Math.min(Math.max(y, top + radius), bottom - radius);
  return inBox(x, y, left, top, right, bottom) && (x - nearestX) ** 2 + (y - nearestY) ** 2 <= radius ** 2;
}

function png(width, height, rgba) {
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y++) rgba.copy(rows, y * (width * 4 + 1) + 1, y * width * 4, (y + 1) * width * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const end = chunk("IEND", Buffer.alloc(0));
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), end]);
}

function chunk(type, data) {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(content.length + 8);
  out.writeUInt32BE(data.length, 0);
  content.copy(out, 4);
  out.writeUInt32BE(crc32(content) >>> 0, content.length + 4);
  return out;
}
