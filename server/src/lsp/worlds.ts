// Answers `wit/worlds`: the worlds that a component can be built for, with what they import and export.
import type { Range } from "vscode-languageserver";
import {
  describeWorlds,
  type ExternDescription,
  type FunctionDescription,
  type WorldDescription,
} from "../semantics/describe.ts";
import type { FilePlace } from "../semantics/problem.ts";
import type { PackageRoot } from "../workspace/layout-types.ts";
import { toRange } from "./convert.ts";
import { rootsAt } from "./places.ts";
import type { ExternInfo, FunctionInfo, WorldInfo, WorldsParams } from "./protocol.ts";
import type { Snapshot } from "./session.ts";

export function worlds(snapshot: Snapshot, params: WorldsParams | null): readonly WorldInfo[] {
  return rootsAt(snapshot, params?.uri).flatMap(root =>
    describeWorlds(snapshot.analyze(root)).map(world => worldInfo(snapshot, root, world)),
  );
}

function worldInfo(snapshot: Snapshot, root: PackageRoot, world: WorldDescription): WorldInfo {
  const extern = (item: ExternDescription): ExternInfo => ({
    name: item.name,
    kind: item.kind,
    functions: item.functions.map(func => functionInfo(snapshot, func)),
  });
  return {
    package: world.package,
    name: world.name,
    specifier: world.specifier,
    uri: world.place.uri,
    range: rangeOf(snapshot, world.place),
    nameRange: rangeOf(snapshot, world.namePlace),
    root: root.uri,
    imports: world.imports.map(extern),
    exports: world.exports.map(extern),
  };
}

function functionInfo(snapshot: Snapshot, { namePlace, ...func }: FunctionDescription): FunctionInfo {
  return { ...func, uri: namePlace.uri, nameRange: rangeOf(snapshot, namePlace) };
}

function rangeOf(snapshot: Snapshot, place: FilePlace): Range {
  const file = snapshot.file(place.uri);
  if (!file) throw new Error(`${place.uri} is not among the files`);
  return toRange(snapshot.lines(file), place, snapshot.encoding);
}
