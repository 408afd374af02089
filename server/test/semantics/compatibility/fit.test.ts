// Whether components fit a world: each is made by wasm-tools of the package as it was then, and what is said about it is marked in the text of now.
import { deepEqual, fail } from "node:assert/strict";
import { test } from "node:test";
import { componentEmbed, componentNew } from "../../../src/node/wasm-tools.ts";
import { analyzeRoot, newAnalysisCache } from "../../../src/semantics/analysis.ts";
import { misfits } from "../../../src/semantics/compatibility/fit.ts";
import { componentText } from "../../../src/workspace/binary/component.ts";
import { analysed } from "../../features/support.ts";
import { parse } from "../../support/workspace.ts";

/** Packages in blocks that both sides have. */
const deps = `
  package wasi:cli@0.2.3 { interface stdout { write: func(s: string); } interface exit { exit: func(); } interface run { run: func() -> result; } }
  package c:d@1.0.0 { interface i { f: func(); } interface j { record pair { a: u8 } } }
  package c:d@2.0.0 { interface i { f: func(); } }
`;

/** The WIT of a component that has world `w`. */
async function printed(text: string): Promise<string> {
  const core = await componentEmbed({ dummy: true, witSource: text, world: "w" });
  const decoded = componentText(await componentNew(core, []));
  return decoded.kind === "wit" ? decoded.text : fail(decoded.message);
}

function check(name: string, was: string, now: string): void {
  test(name, async () => {
    const header = "  package a:b@1.0.0;\n";
    const of = analysed(`${header}${now}${deps}`);
    const root = of.roots[0]!;
    const file = parse("x:printed.wit", await printed(`${header}${was}${deps}`));
    const features = { names: [], all: true };
    const component = analyzeRoot(
      { uri: "x:printed.wit", kind: "file", main: [file], deps: [], loading: false },
      features,
      newAnalysisCache(),
    );
    const found = misfits(component, root, root.byKey.get("a:b@1.0.0")!.items.get("w")!)!;
    const { marks } = of.fixture;
    deepEqual(
      found.map(({ kind, message, place }) => `${place.start}-${place.end} ${kind}: ${message}`).sort(),
      marks.map(({ start, end, label }) => `${start}-${end} ${label}`).sort(),
    );
  });
}

check(
  "a component fits the world that it was built for, and one that asks less and offers more",
  `interface i { resource r { m: func(); } f: func(x: borrow<r>) -> option<r>; }
   world w { import c:d/i@1.0.0; export i; export f: func(); export g: func(); export place: interface { resource r; f: func(x: r); } }`,
  `interface i { resource r { m: func(); } f: func(x: borrow<r>) -> option<r>; }
   world w { import c:d/i@1.0.0; import wasi:cli/stdout@0.2.3; export i; export f: func(); export place: interface { resource r; f: func(x: r); } }`,
);
check(
  "what it does not export",
  `interface i { f: func(); }
   world w { export i; export c:d/i@1.0.0; }`,
  `
  interface i { f: func(); g: func(); }
  world w {
    export i;
        // ^ missing-export: The component exports \`a:b/i@1.0.0\` without \`g\`, which world \`w\` asks for.
    export c:d/i@2.0.0;
            // ^ missing-export: The component does not export \`c:d/i@2.0.0\`, which world \`w\` exports, only \`c:d/i@1.0.0\`.
    export h: func();
        // ^ missing-export: The component does not export \`h\`, which world \`w\` exports.
  }`,
);
check(
  "what it imports besides; of WASI it is no fault",
  `interface i { f: func(); g: func(); }
   world w { import wasi:cli/stdout@0.2.3; import wasi:cli/exit@0.2.3; import c:d/i@2.0.0; import i; import h: func(); }`,
  `
  interface i { f: func(); }
  world w {
     // ^ extra-import: The component imports \`c:d/i@2.0.0\`, which is not in world \`w\`; that has \`c:d/i@1.0.0\`.
     // ^ extra-import: The component imports \`h\`, which is not in world \`w\`.
     // ^ beyond: The component has imports beyond world \`w\`, as its toolchain needs them: \`wasi:cli/stdout@0.2.3\`, \`wasi:cli/exit@0.2.3\`.
    import c:d/i@1.0.0;
    import i;
        // ^ extra-import: The component imports \`g\` of \`a:b/i@1.0.0\`, which has no such function in world \`w\`.
  }`,
);
check(
  "functions and types that are another; a function is not blamed for its types",
  `interface i { record person { name: string } enum e { x } hi: func(who: person) -> e; other: func(a: u8); }
   world w { export i; export f: func(a: string); import g: func() -> u8; }`,
  `
  interface i { record person { name: string, nick: string } enum e { x } hi: func(who: person) -> e; other: func(a: u8, b: u8); }
  world w {
    export i;
        // ^ changed: The component was built for another type \`person\` of \`a:b/i@1.0.0\`: \`person\` has a new field \`nick\`.
        // ^ changed: The component was built for another \`other\` of \`a:b/i@1.0.0\`: \`other\` takes another parameter, \`b: u8\`.
    export f: func(a: u32);
        // ^ changed: The component was built for another \`f\`: parameter \`a\` of \`f\` is \`u32\` now, not \`string\`.
    import g: async func() -> u8;
        // ^ changed: The component was built for another \`g\`: \`g\` is \`async\` now.
  }`,
);
check(
  "what an include brings is told at the world's name",
  `world w { export g: func(); }`,
  `
  world base { export f: func(); }
  world w { include base; export g: func(); }
     // ^ missing-export: The component does not export \`f\`, which world \`w\` exports.
  `,
);

test("what is no component's WIT has no answer", () => {
  const of = analysed("package a:b;\nworld w {}\n");
  const root = of.roots[0]!;
  deepEqual(misfits(root, root, root.byKey.get("a:b")!.items.get("w")!), undefined);
});
