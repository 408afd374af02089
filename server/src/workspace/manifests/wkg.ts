// Reads `wkg.toml` and `wkg.lock` (github.com/bytecodealliance/wasm-pkg-tools, docs/manifest.md).
import { memo } from "../../base/memo.ts";
import type { SourceFile } from "../../syntax/file.ts";
import { keyPlaces, quotedPlaces, readToml, tableOf, tablesOf, textOf } from "./toml.ts";
import type { LockedPackage, LockedVersion, WkgLock, WkgManifest } from "./types.ts";

export const readWkgManifest: (source: SourceFile) => WkgManifest = memo(source => {
  const read = readToml(source.text);
  if (read.kind === "fault") return { source, fault: read.fault, overrides: [], workspace: false };
  const placeOf = keyPlaces(source.text);
  const overrides = Object.entries(tableOf(read.table.overrides)).map(([name, value]) => ({
    name,
    ...textOf(tableOf(value), "path"),
    place: placeOf(name),
  }));
  return { source, overrides, workspace: read.table.workspace !== undefined };
});

/** A lock of a later version of the format is taken as empty: what it means is not known. */
export const readWkgLock: (source: SourceFile) => WkgLock | undefined = memo(source => {
  const read = readToml(source.text);
  if (read.kind === "fault") return { source, fault: read.fault, packages: [] };
  if (read.table.version !== 1) return undefined;
  const placeOf = quotedPlaces(source.text);
  const packages = tablesOf(read.table.packages ?? read.table.package).flatMap((table): LockedPackage[] => {
    const { name } = textOf(table, "name");
    if (name === undefined) return [];
    const place = placeOf(name);
    const versions = tablesOf(table.versions ?? table.version).flatMap((each): LockedVersion[] => {
      const { version } = textOf(each, "version");
      if (version === undefined) return [];
      return [{ version, ...textOf(each, "digest"), place: placeOf(version) }];
    });
    return [{ name, ...textOf(table, "registry"), place, versions }];
  });
  return { source, packages };
});
