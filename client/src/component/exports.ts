// Finds out what a component exports, and of which types, from its binary (Binary.md of the component model).
import type { FunctionType } from "../wave/wit-type.ts";
import { BinaryReader } from "./binary-reader.ts";
import { skipOptions, skipOtherCanon } from "./canon-section.ts";
import {
  type Exports,
  type Item,
  itemAt,
  nameResource,
  newScope,
  push,
  readAlias,
  readDescription,
  readExternName,
  readSort,
  readType,
  type Scope,
} from "./type-section.ts";

export interface ComponentFunction {
  /** The exported interface that has it: `demo:kit/shapes@0.1.0`; absent for a function of the world itself. */
  readonly instance?: string;
  /** `area`, `[method]file.read`. */
  readonly name: string;
  readonly type: FunctionType;
}

/** The functions that a component exports, in its order. Throws an error that says why when the binary is not understood. */
export function exportedFunctions(component: Uint8Array): readonly ComponentFunction[] {
  const exports = evaluate(new BinaryReader(component, 8), newScope(undefined), new Map());
  return [...exports].flatMap(([name, item]) => {
    if (item.sort === "func") return [{ name, type: item.type }];
    if (item.sort !== "instance") return [];
    return [...item.exports].flatMap(([inner, member]) =>
      member.sort === "func" ? [{ instance: name, name: inner, type: member.type }] : [],
    );
  });
}

/** What a component exports when it is given these arguments for its imports. */
function evaluate(reader: BinaryReader, scope: Scope, args: Exports): Exports {
  const exports = new Map<string, Item>();
  while (!reader.done) {
    const id = reader.byte();
    const section = reader.part(reader.u32());
    readSection(id, section, scope, args, exports);
  }
  return exports;
}

function readSection(id: number, section: BinaryReader, scope: Scope, args: Exports, exports: Map<string, Item>): void {
  switch (id) {
    case 4:
      scope.components.push(nested(section, scope));
      return;
    case 5:
      section.vector(() => scope.instances.push({ sort: "instance", exports: readInstance(section, scope) }));
      return;
    case 6:
      section.vector(() => readAlias(section, scope));
      return;
    case 7:
      section.vector(() => scope.types.push(readType(section, scope)));
      return;
    case 8:
      section.vector(() => readCanon(section, scope));
      return;
    case 10:
      section.vector(() => readImport(section, scope, args));
      return;
    case 11:
      section.vector(() => readExport(section, scope, exports));
      return;
    default:
    // Custom sections and everything of core WebAssembly: without meaning for types.
  }
}

/** A component inside; it starts with a preamble of its own. */
function nested(section: BinaryReader, outer: Scope): Item {
  section.skip(8);
  return { sort: "component", instantiate: args => evaluate(section.again(), newScope(outer), args) };
}

function readInstance(reader: BinaryReader, scope: Scope): Exports {
  if (reader.byte() === 0x01) {
    return new Map(reader.vector(() => [readExternName(reader), readIndexed(reader, scope)] as const));
  }
  const component = itemAt(scope, "component", reader.u32());
  const args = new Map(reader.vector(() => [reader.name(), readIndexed(reader, scope)] as const));
  return component.sort === "component" ? component.instantiate(args) : new Map();
}

function readIndexed(reader: BinaryReader, scope: Scope): Item {
  const sort = readSort(reader);
  return itemAt(scope, sort, reader.u32());
}

/** Only `lift` makes a function of the component; all others make core functions. */
function readCanon(reader: BinaryReader, scope: Scope): void {
  const code = reader.byte();
  if (code !== 0x00) {
    skipOtherCanon(reader, code);
    return;
  }
  reader.byte();
  reader.u32();
  skipOptions(reader);
  scope.funcs.push(itemAt(scope, "type", reader.u32()));
}

function readImport(reader: BinaryReader, scope: Scope, args: Exports): void {
  const name = readExternName(reader);
  const { item, sort } = readDescription(reader, scope);
  push(scope, args.get(name) ?? item, sort);
}

function readExport(reader: BinaryReader, scope: Scope, exports: Map<string, Item>): void {
  const name = readExternName(reader);
  const sort = readSort(reader);
  const item = itemAt(scope, sort, reader.u32());
  const ascribed = reader.optional(() => readDescription(reader, scope).item) ?? item;
  exports.set(...nameResource([name, ascribed]));
  push(scope, ascribed, sort);
}
