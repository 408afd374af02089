// The worlds of components in binary form, printed as WIT with all that they name.
import { deepEqual, equal, fail } from "node:assert/strict";
import { test } from "node:test";
import { componentEmbed, componentNew, componentWit, parse } from "../../src/node/wasm-tools.ts";
import { analyzeRoot, newAnalysisCache, rootProblems } from "../../src/semantics/analysis.ts";
import { componentText } from "../../src/workspace/binary/component.ts";
import { noFeatures, parse as parseText } from "../support/workspace.ts";

const kinds = `
  package a:b@1.2.3;
  interface types { record point { x: f64, %list: u8 } resource file { read: func() -> list<u8>; } type id = u32; }
  interface all {
    use types.{point, file as handle, id};
    variant v { none, some-of(list<point>) }
    enum e { one, two }
    flags f { read, write }
    type alias = tuple<s8, option<id>>;
    resource res { constructor(x: u32); read: func(n: u64) -> result<_, e>; open: static func() -> res; }
    a: func(v: v, e: e, f: f, t: alias) -> result<handle>;
    b: async func(r: borrow<res>, h: borrow<handle>) -> stream<u8>;
  }
  interface more { use all.{res, e}; g: func(r: res) -> e; }
  world w {
    import types;
    use types.{point};
    record own-record { p: point }
    import log: func(what: own-record);
    export all;
    export more;
    export plain: func(x: own-record) -> future<string>;
    export inline: interface { resource r; g: func() -> r; }
  }
`;

async function component(witSource: string): Promise<Uint8Array> {
  return componentNew(await componentEmbed({ witSource, dummy: true }), []);
}

test("every kind of type is printed, each package that is named in a block of its own", async () => {
  const decoded = componentText(await component(kinds));
  const text = decoded.kind === "wit" ? decoded.text : fail(decoded.message);
  const file = parseText("x:printed.wit", text);
  const root = { uri: "x:printed.wit", kind: "file", main: [file], deps: [], loading: false } as const;
  const analysis = analyzeRoot(root, noFeatures, newAnalysisCache());
  deepEqual(
    rootProblems(analysis)
      .filter(({ problem }) => problem.severity === "error")
      .map(({ problem }) => problem.message),
    [],
    text,
  );
  equal(
    text.slice(text.indexOf("  interface all {"), text.indexOf("  interface more {")),
    `  interface all {
    use types.{point};
    use types.{file as handle};
    use types.{id};
    variant v {
      none,
      some-of(list<point>),
    }
    enum e {
      one,
      two,
    }
    flags f {
      read,
      write,
    }
    type alias = tuple<s8, option<id>>;
    resource res {
      constructor(x: u32);
      read: func(n: u64) -> result<_, e>;
      open: static func() -> res;
    }
    a: func(v: v, e: e, f: f, t: alias) -> result<handle>;
    b: async func(r: borrow<res>, h: borrow<handle>) -> stream<u8>;
  }
`,
    text,
  );
});

test("the world itself is as wasm-tools prints it", async () => {
  const bytes = await component(kinds);
  const decoded = componentText(bytes);
  const lines = (text: string): readonly string[] => {
    const world = text.slice(0, text.search(/^\}/m));
    const flat = world.replace(/,?\s*\n\s*/g, " ");
    return flat
      .split(/(?<=[;}]) /)
      .map(line => line.trim())
      .sort();
  };
  deepEqual(decoded.kind === "wit" && lines(decoded.text), lines(await componentWit(bytes)));
});

test("what comes out of a component inside has the types that it has there", async () => {
  const text = `(component
    (type $t (result (list (tuple string u8)) (error string)))
    (import "f" (func $f (param "a" $t) (result (option $t))))
    (component $c
      (type $inner (result (list (tuple string u8)) (error string)))
      (import "f" (func $f (param "a" $inner) (result (option $inner))))
      (instance $own (export "f" (func $f)))
      (export "g" (func $f)))
    (instance $i (instantiate $c (with "f" (func $f))))
    (alias export $i "g" (func $g))
    (export "h" (func $g)))`;
  const type = "func(a: result<list<tuple<string, u8>>, string>) -> option<result<list<tuple<string, u8>>, string>>";
  deepEqual(componentText(await parse(text)), {
    kind: "wit",
    text: `package root:component;\n\nworld root {\n  import f: ${type};\n  export h: ${type};\n}\n`,
  });
});

test("a core module and a component that imports components are refused with the reason; a package is printed as one", async () => {
  const message = async (wat: string): Promise<string> => {
    const decoded = componentText(await parse(wat));
    return decoded.kind === "fault" ? decoded.message : decoded.text;
  };
  equal(await message("(module)"), "this is a core module, not a component");
  equal(
    await message(
      `(component (import "c" (component $c)) (instance $i (instantiate $c)) (export "a:b/i" (instance $i)))`,
    ),
    "a component is imported",
  );
  const full = `(component (type (component (type (instance (export "t" (type (sub resource))))) (export "a:b/i" (instance (type 0))))) (export "i" (type 0)))`;
  equal(await message(full), "package a:b;\n\ninterface i {\n  resource t;\n}\n");
});
