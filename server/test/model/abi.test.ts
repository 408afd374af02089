// Canonical ABI: sizes, alignments, offsets, flattening and signatures.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { RootAnalysis } from "../../src/semantics/analysis.ts";
import type { ContainerAnalysis } from "../../src/semantics/item.ts";
import { abiModel, exactNumbers } from "../../src/semantics/model/abi.ts";
import type { Layout } from "../../src/semantics/model/layout.ts";
import { type AbiVariant, signatureOf } from "../../src/semantics/model/signature.ts";
import { layoutOfEntry } from "../../src/semantics/model/type-layout.ts";
import { analysisAt, testWorkspace } from "../support/workspace.ts";

interface Asked {
  readonly root: RootAnalysis;
  readonly analysis: ContainerAnalysis;
}

/** The interface `i` of a package with these members; `far` of the same package has `t`, a `u16`. */
function interfaceOf(members: string): Asked {
  const workspace = testWorkspace(`package a:b;\ninterface far { type t = u16; }\ninterface i {\n${members}\n}`);
  const root = analysisAt(workspace, workspace.fixture.files[0]!.uri);
  return { root, analysis: root.byKey.get("a:b")!.items.get("i")!.analysis };
}

/** `size/align flat | part@offset …` of the type `t`. */
function checkLayout(name: string, members: string, expected: string): void {
  test(`layout: ${name}`, () => {
    const { root, analysis } = interfaceOf(members);
    const layout = layoutOfEntry(root, analysis, analysis.scope.entries.get("t")!);
    equal(layout ? layoutText(layout) : "none", expected);
  });
}

function layoutText({ size, align, flat, parts, tag }: Layout): string {
  const inside = parts?.map(part => `${part.name}@${part.offset}`).join(" ");
  const shown = flat.length > 6 ? `${flat.length} values` : flat.join(" ");
  return `${size}/${align} ${shown}${tag === undefined ? "" : ` tag ${tag}`}${inside === undefined ? "" : ` | ${inside}`}`;
}

checkLayout("fields are aligned", "record t { a: u8, b: u64, c: u16 }", "24/8 I32 I64 I32 | a@0 b@8 c@16");
checkLayout(
  "strings and lists are two words",
  "record t { a: string, b: list<u64> }",
  "16/4 Pointer Length Pointer Length | a@0 b@8",
);
checkLayout("a tuple numbers its elements", "type t = tuple<char, bool, f64>;", "16/8 I32 I32 F64 | 0@0 1@4 2@8");
checkLayout("cases share their room", "variant t { a(f32), b(u64), c }", "16/8 I32 I64 tag 1 | a@8 b@8 c@8");
checkLayout("floats and integers share integers", "variant t { a(f32), b(u32) }", "8/4 I32 I32 tag 1 | a@4 b@4");
checkLayout(
  "pointers and wide integers share",
  "type t = result<string, u64>;",
  "16/8 I32 PointerOrI64 Length tag 1 | ok@8 error@8",
);
checkLayout(
  "lengths and wide integers share",
  "type t = result<string, tuple<u32, f64>>;",
  "24/8 I32 Pointer I64 tag 1 | ok@8 error@8",
);
checkLayout("an option of a byte", "type t = option<u8>;", "2/1 I32 I32 tag 1 | none@1 some@1");
checkLayout(
  "many cases need a wider tag",
  `enum t { ${cases(257)} }`,
  `4/2 I32 tag 2 | ${placed(257)}`.replace("4/2", "2/2"),
);
checkLayout(
  "as many cases as a byte can tell apart",
  `enum t { ${cases(256)} }`,
  `1/1 I32 tag 1 | ${placed(256)}`.replaceAll("@2", "@1"),
);
checkLayout("flags in bytes", `flags t { ${cases(9)} }`, "2/2 I32");
checkLayout("flags in a word", `flags t { ${cases(17)} }`, "4/4 I32");
checkLayout("lists of fixed length", "type t = list<tuple<u8, u16>, 3>;", "12/2 I32 I32 I32 I32 I32 I32");
checkLayout(
  "a long list of fixed length is cut off when flat",
  "type t = list<u8, 4000000000>;",
  "4000000000/1 17 values",
);
checkLayout("an empty list of fixed length keeps its alignment", "type t = list<u64, 0>;", "0/8 ");
checkLayout("a use leads to another interface", "use far.{t as u}; record t { a: u8, b: u }", "4/2 I32 I32 | a@0 b@2");
checkLayout(
  "handles are indexes",
  "resource r; type t = tuple<r, borrow<r>, stream<u8>>;",
  "12/4 I32 I32 I32 | 0@0 1@4 2@8",
);
checkLayout("what leads nowhere has no layout", "record t { a: u8, b: nowhere }", "none");
checkLayout("nor has a cycle", "record t { a: option<u> } type u = t;", "none");
checkLayout("a long chain of types", `${chain(6_000)} type t = a6000;`, "4/4 I32");

function cases(count: number): string {
  return Array.from({ length: count }, (_, i) => `c${i}`).join(", ");
}

function placed(count: number): string {
  return Array.from({ length: count }, (_, i) => `c${i}@2`).join(" ");
}

/** `a6000` first, so that nothing is known when it is met. */
function chain(length: number): string {
  const links = Array.from({ length }, (_, i) => `type a${length - i} = a${length - i - 1};`);
  return `${links.join("\n")}\ntype a0 = u32;`;
}

/** `(params) -> (results)` of the only function, with what lies in memory. */
function checkSignature(members: string, variant: AbiVariant, expected: string): void {
  test(`signature: ${variant} of ${members.slice(0, 60)}`, () => {
    const { root, analysis } = interfaceOf(members);
    const found = signatureOf(root, analysis, analysis.scope.outline.functions[0]!, variant);
    const notes = found && `${found.indirectParams ? " indirect" : ""}${found.retptr ? " retptr" : ""}`;
    equal(found ? `(${found.params.join(" ")}) -> (${found.results.join(" ")})${notes}` : "none", expected);
  });
}

checkSignature("f: func(a: u32, b: string) -> f64;", "import", "(I32 Pointer Length) -> (F64)");
checkSignature("f: func() -> string;", "import", "(Pointer) -> () retptr");
checkSignature("f: func() -> string;", "export", "() -> (Pointer) retptr");
checkSignature("f: func(a: list<u64, 16>);", "import", `(${"I64 ".repeat(16).trim()}) -> ()`);
checkSignature("f: func(a: list<u64, 17>) -> string;", "import", "(Pointer Pointer) -> () indirect retptr");
checkSignature("f: func(a: list<u64, 17>) -> u8;", "export", "(Pointer) -> (I32) indirect");
checkSignature("resource r { m: func(a: u64); }", "import", "(I32 I64) -> ()");
checkSignature("resource r { m: func(a: u64); }", "export", "(Pointer I64) -> ()");
checkSignature("resource r { constructor(a: s8); }", "import", "(I32) -> (I32)");
checkSignature(
  "f: async func(a: u8, b: u8, c: u8, d: u8) -> u8;",
  "async-import",
  "(I32 I32 I32 I32 Pointer) -> (I32) retptr",
);
checkSignature("f: async func(a: string, b: string, c: u8);", "async-import", "(Pointer) -> (I32) indirect");
checkSignature("f: async func(a: string) -> string;", "async-export", "(Pointer Length) -> (I32)");
checkSignature("f: func(a: nowhere);", "import", "none");

test("figures of a whole root name the owner of each type and function", () => {
  const { root } = interfaceOf("use far.{t}; resource r; type other = r; f: async func(a: t) -> other;");
  const signature = { params: ["I32"], results: ["I32"], indirectParams: false, retptr: false };
  deepEqual(abiModel(root), {
    types: [
      { package: "a:b", owner: "far", type: "t", size: 2, align: 2 },
      { package: "a:b", owner: "i", type: "t", size: 2, align: 2 },
      { package: "a:b", owner: "i", type: "other", size: 2 ** 64, align: 2 ** 64 },
    ],
    functions: [{ package: "a:b", owner: "i", function: "f", async: true, import: signature, export: signature }],
  });
  equal(exactNumbers(JSON.stringify({ size: 2 ** 64 })), '{"size":18446744073709551615}');
});
