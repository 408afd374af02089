// Packages from elsewhere for the fuzzer to break, next to those that it makes: one a line, as `wit check --jsonl` takes them.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { FuzzCase } from "./case.ts";

/** Longer packages would take most of the time, and show little that shorter ones don't. In UTF-16 units. */
const longest = 60_000;

/** What is known to be rejected as it is would hide the mistakes that are put in. */
type Line = Partial<FuzzCase> & { readonly files: Readonly<Record<string, unknown>>; readonly verdict?: string };

/** The packages of a file, which may be compressed by gzip; those that hold more than WIT or are known to be rejected are left out. */
export function readCorpus(path: string): readonly FuzzCase[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text.split("\n").flatMap(line => (line.trim() === "" ? [] : packageOf(JSON.parse(line) as Line)));
}

function packageOf({ files, root = ".", features = [], allFeatures = false, verdict = "accept" }: Line): FuzzCase[] {
  const texts = Object.values(files);
  if (Object.keys(files).some(path => /\.wa(?:sm|t)$/.test(path))) return [];
  if (verdict !== "accept" || !texts.every(text => typeof text === "string")) return [];
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  return size > longest ? [] : [{ files: files as FuzzCase["files"], root, features, allFeatures }];
}
