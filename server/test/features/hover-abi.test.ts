// Hover on types and functions: what the canonical ABI makes of them, and that it stands behind the documentation.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../src/features/hover.ts";
import { markdownOf, plainTextOf } from "../../src/features/sections.ts";
import { analysed, cursorIn } from "./support.ts";

const link = "https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md";

/** The part about the ABI, without its link. `members` stand in an interface. */
function check(name: string, members: string, wanted: string): void {
  test(`ABI: ${name}`, () => {
    const of = analysed(`package a:b;\ninterface far { record pair { a: u8, b: u64 } }\ninterface i { ${members} }`);
    const { root, file, offset } = cursorIn(of);
    const text = markdownOf(hover(root, file, offset, of.roots)?.sections ?? []);
    const [, part = ""] = text.split("---\n\n");
    equal(part.replace(/\[Canonical ABI\]\([^)]*\)/, "Canonical ABI"), wanted);
  });
}

check("a scalar", "type $0t = u16;", "**Canonical ABI**: 2 bytes, aligned to 2; flattens to `i32`");
check(
  "a record",
  "record $0r { a: u8, b: u64, c: string }",
  `
**Canonical ABI**: 24 bytes, aligned to 8; flattens to \`i32 i64 i32 i32\`

| Offset | Field | Size | Flattened |
| --: | :-- | --: | :-- |
| 0 | \`a\` | 1 | \`i32\` |
| 8 | \`b\` | 8 | \`i64\` |
| 16 | \`c\` | 8 | \`i32 i32\` |
`.trim(),
);
check(
  "a variant",
  "variant $0v { none, code(u32), text(string) }",
  `
**Canonical ABI**: 12 bytes, aligned to 4; flattens to \`i32 i32 i32\`

The discriminant takes 1 byte; what a case carries is at offset 4.

| Number | Case | Size | Flattened |
| --: | :-- | --: | :-- |
| 0 | \`none\` |  |  |
| 1 | \`code\` | 4 | \`i32\` |
| 2 | \`text\` | 8 | \`i32 i32\` |
`.trim(),
);
check(
  "flags",
  "flags $0f { a, b, c, d, e }",
  `
**Canonical ABI**: 1 byte, aligned to 1; flattens to \`i32\`

| Bit | Flag | Mask |
| --: | :-- | :-- |
| 0 | \`a\` | \`0x1\` |
| 1 | \`b\` | \`0x2\` |
| 2 | \`c\` | \`0x4\` |
| 3 | \`d\` | \`0x8\` |
| 4 | \`e\` | \`0x10\` |
`.trim(),
);
check(
  "an enum",
  "enum $0e { a, b }",
  "**Canonical ABI**: 1 byte, aligned to 1; flattens to `i32`; the cases are numbered from 0",
);
check("a resource", "resource $0r;", "**Canonical ABI**: a handle: 4 bytes, aligned to 4; flattens to `i32`");
check(
  "an alias of a tuple",
  "type $0t = tuple<u8, u32>;",
  `
**Canonical ABI**: 8 bytes, aligned to 4; flattens to \`i32 i32\`

| Offset | Element | Size | Flattened |
| --: | :-- | --: | :-- |
| 0 | \`0\` | 1 | \`i32\` |
| 4 | \`1\` | 4 | \`i32\` |
`.trim(),
);
check(
  "an option",
  "type $0t = option<u64>;",
  "**Canonical ABI**: 16 bytes, aligned to 8; flattens to `i32 i64`\n\nThe discriminant takes 1 byte; what a case carries is at offset 8.",
);
check(
  "what is too much to be passed otherwise than in memory",
  "type $0t = tuple<u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, option<u8>>;",
  `
**Canonical ABI**: 136 bytes, aligned to 8; flattens to more than 16 core values, so it is passed in memory

| Offset | Element | Size | Flattened |
| --: | :-- | --: | :-- |
${Array.from({ length: 16 }, (_, i) => `| ${8 * i} | \`${i}\` | 8 | \`i64\` |`).join("\n")}
| 128 | \`16\` | 2 | \`i32 i32\` |
`.trim(),
);
check(
  "a used type",
  "use far.{pair as p}; type t = $0p;",
  `
**Canonical ABI**: 16 bytes, aligned to 8; flattens to \`i32 i64\`

| Offset | Field | Size | Flattened |
| --: | :-- | --: | :-- |
| 0 | \`a\` | 1 | \`i32\` |
| 8 | \`b\` | 8 | \`i64\` |
`.trim(),
);
check("nothing where a name leads nowhere", "record $0r { a: nothing }", "");
check("nothing in a circle", "record $0r { a: r }", "");
check("nothing for an interface", "} interface $0j {", "");

check(
  "a field",
  "record r { a: u8, $0b: u64 }",
  "**Canonical ABI**: at offset 8: 8 bytes, aligned to 8; flattens to `i64`",
);
check(
  "a case",
  "variant v { a, $0b(u64) }",
  "**Canonical ABI**: case number 1; what it carries is at offset 8: 8 bytes, aligned to 8; flattens to `i64`",
);
check("a case of an enum", "enum e { a, $0b }", "**Canonical ABI**: case number 1");
check("a flag", "flags f { a, b, c, $0d }", "**Canonical ABI**: bit 3, mask `0x8`");

check("a built-in type", "type t = list<u3$02>;", "**Canonical ABI**: 4 bytes, aligned to 4; flattens to `i32`");
check(
  "a type as it is written",
  "type t = list<opt$0ion<u64>>;",
  "**Canonical ABI**: 16 bytes, aligned to 8; flattens to `i32 i64`\n\nThe discriminant takes 1 byte; what a case carries is at offset 8.",
);

check(
  "a function",
  "$0f: func(a: u8, b: f64) -> u32;",
  `
**Canonical ABI**

| Core function | Signature |
| :-- | :-- |
| import | \`(func (param i32 f64) (result i32))\` |
| export | \`(func (param i32 f64) (result i32))\` |
`.trim(),
);
check(
  "a result in memory",
  "$0f: func(a: string) -> string;",
  `
**Canonical ABI**

| Core function | Signature |
| :-- | :-- |
| import | \`(func (param i32 i32 i32))\` |
| export | \`(func (param i32 i32) (result i32))\` |

The result flattens to 2 core values, more than 1: it lies in memory (8 bytes, aligned to 4). The import is given a pointer to it as its last parameter; the export returns one.
`.trim(),
);
const nine = "a: string, b: string, c: string, d: string, e: string, f: string, g: string, h: string, i: u64";
check(
  "parameters in memory",
  `$0f: func(${nine});`,
  `
**Canonical ABI**

| Core function | Signature |
| :-- | :-- |
| import | \`(func (param i32))\` |
| export | \`(func (param i32))\` |

The parameters flatten to more than 16 core values: they lie in memory (72 bytes, aligned to 8), and a pointer is passed.
`.trim(),
);
check(
  "a method, whose handle comes first",
  "resource r { $0m: func(a: u64); }",
  `
**Canonical ABI**

| Core function | Signature |
| :-- | :-- |
| import | \`(func (param i32 i64))\` |
| export | \`(func (param i32 i64))\` |
`.trim(),
);
check(
  "an asynchronous function",
  "$0f: async func(a: string, b: string, c: u8) -> string;",
  `
**Canonical ABI**: called asynchronously

| Core function | Signature |
| :-- | :-- |
| import | \`(func (param i32 i32) (result i32))\` |
| export | \`(func (param i32 i32 i32 i32 i32) (result i32))\` |
| its \`callback\` | \`(func (param i32 i32 i32) (result i32))\` |
| export without \`callback\` | \`(func (param i32 i32 i32 i32 i32))\` |
| \`task.return\` | \`(func (param i32 i32))\` |

The parameters flatten to 5 core values, more than 4: those of the import lie in memory (20 bytes, aligned to 4), and a pointer is passed.

The import leaves its result in memory (8 bytes, aligned to 4), where its last parameter points; the export gives it by \`task.return\`.
`.trim(),
);
check(
  "an asynchronous function with nothing",
  "$0f: async func();",
  `
**Canonical ABI**: called asynchronously

| Core function | Signature |
| :-- | :-- |
| import | \`(func (result i32))\` |
| export | \`(func (result i32))\` |
| its \`callback\` | \`(func (param i32 i32 i32) (result i32))\` |
| export without \`callback\` | \`(func)\` |
| \`task.return\` | \`(func)\` |
`.trim(),
);
check(
  "a function of a world",
  "} world w { export $0f: func(a: u8);",
  `
**Canonical ABI**

| Core function | Signature |
| :-- | :-- |
| import | \`(func (param i32))\` |
| export | \`(func (param i32))\` |
`.trim(),
);

check(
  "a parameter",
  "f: func(a: u8, $0b: string, c: u64);",
  "**Canonical ABI**: core parameters 2 to 3 of 4; 8 bytes, aligned to 4; flattens to `i32 i32`",
);
check(
  "a parameter of a method",
  "resource r { m: func($0a: u64) -> string; }",
  "**Canonical ABI**: core parameter 2 of 2; 8 bytes, aligned to 8; flattens to `i64`",
);
check(
  "a parameter in memory",
  `f: func(${nine.replace("i:", "$0i:")});`,
  "**Canonical ABI**: at offset 64 of the parameters in memory; 8 bytes, aligned to 8; flattens to `i64`",
);
check(
  "a parameter that lies in memory for an import alone",
  "f: async func(a: string, b: string, $0c: u8);",
  "**Canonical ABI**: at offset 16 of the parameters in memory of the import, core parameter 5 of 5 of the export; 1 byte, aligned to 1; flattens to `i32`",
);

test("the ABI stands behind the documentation, can be left out, and has a plain form", () => {
  const of = analysed("package a:b; interface i {\n/// **Docs**.\nrecord $0r { a: u8, b: u16 } }");
  const { root, file, offset } = cursorIn(of);
  const shown = hover(root, file, offset, of.roots)!.sections;
  ok(markdownOf(shown).indexOf("Docs") < markdownOf(shown).indexOf("Canonical ABI"));
  ok(!markdownOf(hover(root, file, offset, of.roots, { abi: false })!.sections).includes("Canonical ABI"));
  equal(
    plainTextOf(shown),
    `
record r {
  a: u8,
  b: u16,
}

in a:b/i

**Docs**.

Canonical ABI (${link}#element-size): 4 bytes, aligned to 2; flattens to i32 i32

Offset  Field  Size  Flattened
0       a      1     i32
2       b      2     i32
`.trim(),
  );
});
