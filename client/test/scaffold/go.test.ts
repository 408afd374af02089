import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { goProject } from "../../src/scaffold/go/project.ts";
import { SAMPLES, worldOf } from "./wit-worlds.ts";

function filesOf(wit: string): Readonly<Record<string, string>> {
  return goProject({ name: "my-app", world: worldOf(wit), specifier: "w", witPath: "wit" }).files;
}

test("an interface is a package, a resource a struct with what the bindings need, the world's functions a package of their own", () => {
  const files = filesOf(`package a:b-c@1.0.0;
/// Reads.
interface i { record p { x-y: u8, z: option<string> } resource book { constructor(of: p); drop: func(n: u8) -> p; merge: static func(a: book) -> book; } open: func() -> result<book, string>; }
world w { export i; export go: func(%func: u8) -> tuple<u8, string>; }`);
  assert.deepEqual(Object.keys(files).sort(), [
    ".gitignore",
    "export_a_b_c_i/component.go",
    "export_wit_world/component.go",
    "go.mod",
  ]);
  assert.equal(
    files["export_a_b_c_i/component.go"],
    `// Reads.
package export_a_b_c_i

import (
	witTypes "go.bytecodealliance.org/pkg/wit/types"
	"runtime"
	"wit_component/a_b_c_i"
)

type Book struct {
	// Both are the bindings'.
	pinner runtime.Pinner
	handle int32
}

func MakeBook(of a_b_c_i.P) *Book {
	return &Book{}
}

func (self *Book) Drop_(n uint8) a_b_c_i.P {
	return a_b_c_i.P{XY: 0, Z: witTypes.None[string]()}
}

func BookMerge(a *Book) *Book {
	return &Book{}
}

// OnDrop is called when nobody outside has the resource any more.
func (self *Book) OnDrop() {}

func Open() witTypes.Result[*Book, string] {
	return witTypes.Ok[*Book, string](&Book{})
}
`,
  );
  assert.equal(
    files["export_wit_world/component.go"],
    `package export_wit_world

func Go(func_ uint8) (uint8, string) {
	return 0, ""
}
`,
  );
});

test("types that hold exported resources are with the functions, others by themselves", () => {
  const files = filesOf(`package a:b;
interface i { resource r; record holds { r: r } record plain { x: u8 } }
interface j { use i.{holds, plain}; f: func(h: holds, p: plain); }
world w { export i; export j; }`);
  assert.match(files["export_a_b_j/component.go"] ?? "", /func F\(h export_a_b_i\.Holds, p a_b_i\.Plain\) \{\n\}/);
});

test("what is imported is used: what can't be made leaves no import", () => {
  const files = filesOf(`package a:b;
interface t { resource r; }
interface u { enum e { a } }
world w { import t; use t.{r}; use u.{e}; export f: func() -> tuple<e, r>; }`);
  assert.match(
    files["export_wit_world/component.go"] ?? "",
    /func F\(\) \(a_b_u\.E, \*a_b_t\.R\) \{\n\tpanic\("f is not written yet"\)\n\}/,
  );
});

test("versions stand in a package's name where there are several", () => {
  const { files } = goProject({
    name: "x",
    specifier: "w",
    witPath: "wit",
    world: {
      ...worldOf("package a:b@1.0.0; interface i { f: func(); } world w { export i; }"),
      packages: [
        { namespace: "a", name: "b", version: "1.0.0" },
        { namespace: "a", name: "b", version: "2.0.0" },
      ],
    },
  });
  assert.ok("export_a_b_1_0_0_i/component.go" in files);
});

for (const [name, sample] of Object.entries(SAMPLES)) {
  test(`${name}: every file is as gofmt writes it`, context => {
    for (const [file, text] of Object.entries(filesOf(sample)).filter(([file]) => file.endsWith(".go"))) {
      const done = spawnSync("gofmt", [], { input: text, encoding: "utf8" });
      if (done.error) return context.skip("gofmt is not installed");
      assert.equal(done.stderr, "", file);
      assert.equal(done.stdout, text, file);
    }
    return undefined;
  });
}
