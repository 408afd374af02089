// Component types as the binary format has them (component-model Binary.md "Type Definitions").
import { BinaryFault, byte, list, optional, type Reader, s33, text, u32 } from "./reader.ts";
import type { Entry } from "./space.ts";

/** A primitive type's name, or the index of a type. */
export type ValType = string | number;

export type TypeDef =
  | { readonly kind: "primitive"; readonly name: string }
  | {
      readonly kind: "record" | "variant";
      readonly fields: readonly { readonly name: string; readonly type?: ValType }[];
    }
  | { readonly kind: "flags" | "enum"; readonly names: readonly string[] }
  | { readonly kind: "list"; readonly element: ValType; readonly size?: number }
  | { readonly kind: "tuple"; readonly elements: readonly ValType[] }
  | { readonly kind: "option"; readonly element: ValType }
  | { readonly kind: "map"; readonly key: ValType; readonly value: ValType }
  | { readonly kind: "result"; readonly ok?: ValType; readonly err?: ValType }
  | { readonly kind: "stream" | "future"; readonly element?: ValType }
  | { readonly kind: "own" | "borrow"; readonly resource: number }
  | {
      readonly kind: "func";
      readonly async: boolean;
      readonly params: readonly { readonly name: string; readonly type: ValType }[];
      readonly result?: ValType;
    }
  | { readonly kind: "component" | "instance"; readonly decls: readonly Decl[] };

export type Extern =
  | { readonly kind: "func" | "component" | "instance"; readonly type: number }
  | { readonly kind: "eq"; readonly type: number }
  | { readonly kind: "resource" };

export type Decl =
  | { readonly kind: "type"; readonly type: TypeDef }
  /** A type of an instance, or of an enclosing component `count` levels up. */
  | { readonly kind: "alias"; readonly instance: number; readonly name: string }
  | { readonly kind: "outer"; readonly count: number; readonly index: number }
  /** A type that a component gets, or a resource that it makes. */
  | { readonly kind: "given"; readonly entry: Entry }
  | ExternDecl;

export interface ExternDecl extends ExternName {
  readonly kind: "import" | "export";
  readonly extern: Extern;
}

/** A name with what may stand beside it. */
export interface ExternName {
  readonly name: string;
  /** The interface that an import or export with a name of its own is of. */
  readonly implements?: string;
  readonly externalId?: string;
}

const primitives: readonly string[] = "bool s8 u8 s16 u16 s32 u32 s64 u64 f32 f64 char string".split(" ");

function primitive(code: number): string | undefined {
  if (code === 0x64) return "error-context";
  return code >= 0x73 && code <= 0x7f ? primitives[0x7f - code] : undefined;
}

function valType(r: Reader): ValType {
  const value = s33(r);
  if (value >= 0) return value;
  const name = primitive(value + 0x80);
  if (name === undefined) throw new BinaryFault("a primitive type is unknown");
  return name;
}

function named(r: Reader): { name: string; type: ValType } {
  return { name: text(r), type: valType(r) };
}

/** As many elements as the reference's validator takes. */
const longest = 2 ** 30;

function length(r: Reader): number {
  const found = u32(r);
  if (found === 0 || found > longest) throw new BinaryFault(`a list of a fixed length has ${found} elements`);
  return found;
}

function variantCase(r: Reader): { name: string; type?: ValType } {
  const name = text(r);
  const type = optional(r, valType);
  if (byte(r) !== 0) throw new BinaryFault("a case refines another, which is no longer allowed");
  return type === undefined ? { name } : { name, type };
}

export function typeDef(r: Reader): TypeDef {
  const code = byte(r);
  const name = primitive(code);
  if (name !== undefined) return { kind: "primitive", name };
  switch (code) {
    case 0x72:
      return { kind: "record", fields: list(r, named) };
    case 0x71:
      return { kind: "variant", fields: list(r, variantCase) };
    case 0x70:
      return { kind: "list", element: valType(r) };
    case 0x67:
      return { kind: "list", element: valType(r), size: length(r) };
    case 0x6f:
      return { kind: "tuple", elements: list(r, valType) };
    case 0x6e:
      return { kind: "flags", names: list(r, text) };
    case 0x6d:
      return { kind: "enum", names: list(r, text) };
    case 0x6b:
      return { kind: "option", element: valType(r) };
    case 0x63:
      return { kind: "map", key: valType(r), value: valType(r) };
    default:
      return compoundDef(r, code);
  }
}

function compoundDef(r: Reader, code: number): TypeDef {
  switch (code) {
    case 0x6a: {
      const [ok, err] = [optional(r, valType), optional(r, valType)];
      return { kind: "result", ...(ok === undefined ? {} : { ok }), ...(err === undefined ? {} : { err }) };
    }
    case 0x69:
      return { kind: "own", resource: u32(r) };
    case 0x68:
      return { kind: "borrow", resource: u32(r) };
    case 0x66:
    case 0x65: {
      const element = optional(r, valType);
      return { kind: code === 0x66 ? "stream" : "future", ...(element === undefined ? {} : { element }) };
    }
    case 0x40:
    case 0x43:
      return funcDef(r, code === 0x43);
    case 0x41:
      return { kind: "component", decls: list(r, decl) };
    case 0x42:
      return { kind: "instance", decls: list(r, decl) };
    default:
      throw new BinaryFault(`a type of kind 0x${code.toString(16)} is unknown`);
  }
}

function funcDef(r: Reader, async: boolean): TypeDef {
  const params = list(r, named);
  if (byte(r) === 0) return { kind: "func", async, params, result: valType(r) };
  if (byte(r) !== 0) throw new BinaryFault("a function has several results");
  return { kind: "func", async, params };
}

function decl(r: Reader): Decl {
  const code = byte(r);
  switch (code) {
    case 0x01:
      return { kind: "type", type: typeDef(r) };
    case 0x02:
      return alias(r);
    case 0x03:
      return { kind: "import", ...externName(r), extern: extern(r) };
    case 0x04:
      return { kind: "export", ...externName(r), extern: extern(r) };
    default:
      throw new BinaryFault("a declaration is unknown");
  }
}

function alias(r: Reader): Decl {
  if (byte(r) !== 0x03) throw new BinaryFault("an alias names something other than a type");
  const target = byte(r);
  if (target === 0x00) return { kind: "alias", instance: u32(r), name: text(r) };
  if (target === 0x02) return { kind: "outer", count: u32(r), index: u32(r) };
  throw new BinaryFault("an alias names a core item");
}

/** A name; a byte in front says whether options follow it. */
export function externName(r: Reader): ExternName {
  const code = byte(r);
  if (code > 2) throw new BinaryFault("a kind of name is unknown");
  const name = text(r);
  if (code < 2) return { name };
  const { suffix = "", ...rest } = Object.assign({}, ...list(r, nameOption)) as NameOptions;
  // Of a version the name may hold the start alone.
  return rest.implements === undefined
    ? { name: name + suffix, ...rest }
    : { name, ...rest, implements: rest.implements + suffix };
}

type NameOptions = Omit<ExternName, "name"> & { readonly suffix?: string };

function nameOption(r: Reader): NameOptions {
  switch (byte(r)) {
    case 0x00:
      return { implements: text(r) };
    case 0x01:
      return { suffix: text(r) };
    case 0x02:
      return { externalId: text(r) };
    default:
      throw new BinaryFault("an option of a name is unknown");
  }
}

export function extern(r: Reader): Extern {
  const code = byte(r);
  switch (code) {
    case 0x01:
      return { kind: "func", type: u32(r) };
    case 0x03:
      return byte(r) === 0 ? { kind: "eq", type: u32(r) } : { kind: "resource" };
    case 0x04:
      return { kind: "component", type: u32(r) };
    case 0x05:
      return { kind: "instance", type: u32(r) };
    default:
      throw new BinaryFault("an import or export is of a kind that WIT does not have");
  }
}
