// Fetches from the addresses that are allowed, and from no other one that these lead to.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { get as getPlain, type IncomingMessage } from "node:http";
import { get as getSecure } from "node:https";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Asset } from "./release.ts";

/** Where releases come from. */
export interface ReleaseSource {
  /** Address of what describes the newest release. */
  readonly latest: string;
  /** Whether an address, also one that another leads to, may be asked. */
  allows(url: URL): boolean;
}

const HOSTS: ReadonlySet<string> = new Set([
  "api.github.com",
  "github.com",
  "objects.githubusercontent.com",
  "release-assets.githubusercontent.com",
]);

export const official: ReleaseSource = {
  latest: "https://api.github.com/repos/bytecodealliance/wasmtime/releases/latest",
  allows: ({ protocol, hostname, port }) => protocol === "https:" && port === "" && HOSTS.has(hostname),
};

const LARGEST_ANSWER = 4 * 1024 * 1024;
const LARGEST_ASSET = 300 * 1024 * 1024;
const REDIRECTS = 5;
const SILENCE_MS = 30_000;

/** A JSON document; throws an Error for people. */
export async function fetchJson(source: ReleaseSource, signal: AbortSignal): Promise<unknown> {
  const answer = await open(source, new URL(source.latest), signal);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_ANSWER) throw new Error(`${source.latest} gave more than is expected.`);
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

/** Writes an asset to a file; throws an Error for people where it is not, byte for byte, what was announced. */
export async function fetchAsset(
  source: ReleaseSource,
  asset: Asset,
  file: string,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<void> {
  if (asset.size > LARGEST_ASSET) throw new Error(`${asset.name} is larger than is expected: ${asset.size} bytes.`);
  const answer = await open(source, new URL(asset.url), signal);
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      size += part.length;
      hash.update(part);
      onProgress(size);
      done(size > asset.size ? new Error(`${asset.name} is larger than announced.`) : null, part);
    },
  });
  await pipeline(answer, measure, createWriteStream(file), { signal }).catch(error => {
    throw error.code === "ECONNRESET" || error.code === "ERR_STREAM_PREMATURE_CLOSE" ? tooShort(asset, size) : error;
  });
  if (size < asset.size) throw tooShort(asset, size);
  if (hash.digest("hex") !== asset.sha256) {
    throw new Error(`${asset.name} does not have the SHA-256 digest that its release tells. It is not installed.`);
  }
}

function tooShort({ name, size }: Asset, got: number): Error {
  return new Error(`The download of ${name} ended early, after ${got} of ${size} bytes. Try again.`);
}

/** The answer to a request, after redirects to allowed addresses. */
async function open(source: ReleaseSource, start: URL, signal: AbortSignal): Promise<IncomingMessage> {
  let url = start;
  for (let i = 0; i <= REDIRECTS; i++) {
    if (!source.allows(url)) throw new Error(`${url.origin} is not where Wasmtime's releases are: nothing is fetched.`);
    const answer = await ask(url, signal);
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200) return answer;
    answer.destroy();
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) {
      const limited = statusCode === 403 || statusCode === 429 ? " (it answers only so many requests an hour)" : "";
      throw new Error(`${url.hostname} answered with status ${statusCode}${limited}. Try again later.`);
    }
    url = new URL(headers.location, url);
  }
  throw new Error(`${start.href} leads from one address to the next.`);
}

function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = { "user-agent": "wit-tools", accept: "application/vnd.github+json, application/octet-stream" };
  const get = url.protocol === "https:" ? getSecure : getPlain;
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, signal }, resolve);
    request.on("error", reject);
    request.setTimeout(SILENCE_MS, () => request.destroy(new Error(`${url.hostname} is silent. Try again later.`)));
  });
}
