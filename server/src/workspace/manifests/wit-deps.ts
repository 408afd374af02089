// Reads `deps.toml` and `deps.lock` (github.com/bytecodealliance/wit-deps, README.md).
import { memo } from "../../base/memo.ts";
import type { Span } from "../../base/span.ts";
import type { SourceFile } from "../../syntax/file.ts";
import { keyPlaces, readToml, tableOf, textOf } from "./toml.ts";
import type { LockedFolder, WitDepsEntry, WitDepsLock, WitDepsManifest } from "./types.ts";

export const readWitDepsManifest: (source: SourceFile) => WitDepsManifest = memo(source => {
  const read = readToml(source.text);
  if (read.kind === "fault") return { source, fault: read.fault, entries: [] };
  const placeOf = keyPlaces(source.text);
  const entries = Object.entries(read.table).map(([id, value]) => entry(id, value, placeOf(id)));
  return { source, entries };
});

export const readWitDepsLock: (source: SourceFile) => WitDepsLock = memo(source => {
  const read = readToml(source.text);
  if (read.kind === "fault") return { source, fault: read.fault, entries: [] };
  const placeOf = keyPlaces(source.text);
  const entries = Object.entries(read.table).map(
    ([id, value]): LockedFolder => ({ ...entry(id, value, placeOf(id)), ...textOf(tableOf(value), "sha256") }),
  );
  return { source, entries };
});

/** An entry may be a text alone: the address of an archive, or a path. */
function entry(id: string, value: unknown, place: Span): WitDepsEntry {
  if (typeof value === "string") return { id, ...(isUrl(value) ? { url: value } : { path: value }), place };
  const table = tableOf(value);
  return { id, ...textOf(table, "url"), ...textOf(table, "path"), ...textOf(table, "prefix"), place };
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}
