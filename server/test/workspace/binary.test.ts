// WIT packages in binary form, read back as WIT: with documentation and gates, and what they hold of other packages.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../src/node/wasm-tools.ts";
import { decodePackage, textInstead } from "../../src/workspace/binary/package.ts";

/** As wasm-tools writes a package, in WebAssembly's text form. */
const written = `(component
  (type (;0;)
    (component
      (type (;0;)
        (instance
          (export (;0;) "pollable" (type (sub resource)))
          (type (;1;) (flags "a" "b"))
          (export (;2;) "flags" (type (eq 1)))
          (type (;3;) u8)
          (export (;4;) "n" (type (eq 3)))
        )
      )
      (import "dep:poll/poll@0.2.0" (instance (;0;) (type 0)))
      (alias export 0 "pollable" (type (;1;)))
      (alias export 0 "flags" (type (;2;)))
      (type (;3;)
        (instance
          (alias outer 1 1 (type (;0;)))
          (export (;1;) "pollable" (type (eq 0)))
          (alias outer 1 2 (type (;2;)))
          (export (;3;) "f" (type (eq 2)))
          (type (;4;) (variant (case "end") (case "other" string)))
          (export (;5;) "error" (type (eq 4)))
          (export (;6;) "r" (external-id "R") (type (sub resource)))
          (type (;7;) (borrow 1))
          (type (;8;) (own 6))
          (type (;9;) (result 8))
          (type (;10;) (func (param "p" 7) (result 9)))
          (export (;0;) "[constructor]r" (func (type 10)))
          (type (;11;) (list u8 4))
          (type (;12;) (func async (param "l" 11) (result 3)))
          (export (;1;) "[static]r.get" (func (type 12)))
          (type (;13;) (borrow 6))
          (type (;14;) (func (param "self" 13) (result u8)))
          (export (;2;) "[method][get]r.a" (func (type 14)))
          (type (;15;) (func (param "self" 13) (param "v" u8)))
          (export (;3;) "[method][set]r.a" (func (type 15)))
          (type (;16;) (list 8))
          (type (;17;) (func (result 16)))
          (export (;4;) "z" (func (type 17)))
        )
      )
      (export (;1;) "use:io/stream@1.0.0" (instance (type 3)))
    )
  )
  (export (;1;) "stream" (type 0))
  (type (;2;)
    (component
      (type (;0;)
        (component
          (type (;0;)
            (instance
              (type (;0;) (map string u8))
              (type (;1;) (func (param "m" 0)))
              (export (;0;) "f" (func (type 1)))
            )
          )
          (import "x" (instance (;0;) (type 0)))
          (type (;1;)
            (instance
              (export (;0;) "pollable" (type (sub resource)))
              (type (;1;) (flags "a" "b"))
              (export (;2;) "flags" (type (eq 1)))
              (type (;3;) u8)
              (export (;4;) "n" (type (eq 3)))
              (type (;5;) (borrow 0))
              (type (;6;) (func (param "self" 5)))
              (export (;0;) "[method]pollable.block" (func (type 6)))
              (type (;7;) (func))
              (export (;1;) "unused" (func (type 7)))
            )
          )
          (import "label" (implements "dep:poll/poll@0.2.0") (instance (;1;) (type 1)))
          (type (;2;)
            (instance
              (export (;0;) "pollable" (type (sub resource)))
              (type (;1;) (flags "a" "b"))
              (export (;2;) "flags" (type (eq 1)))
              (type (;3;) u8)
              (export (;4;) "n" (type (eq 3)))
              (type (;5;) (borrow 0))
              (type (;6;) (func (param "self" 5)))
              (export (;0;) "[method]pollable.block" (func (type 6)))
              (type (;7;) (func))
              (export (;1;) "unused" (func (type 7)))
            )
          )
          (import "dep:poll/poll@0.2.0" (instance (;2;) (type 2)))
          (type (;3;) (stream u8))
          (type (;4;) (future 3))
          (type (;5;) (func async (result 4)))
          (export (;0;) "run" (func (type 5)))
          (alias export 2 "pollable" (type (;6;)))
          (alias export 2 "flags" (type (;7;)))
          (type (;8;)
            (instance
              (alias outer 1 6 (type (;0;)))
              (export (;1;) "pollable" (type (eq 0)))
              (alias outer 1 7 (type (;2;)))
              (export (;3;) "f" (type (eq 2)))
              (type (;4;) (variant (case "end") (case "other" string)))
              (export (;5;) "error" (type (eq 4)))
              (export (;6;) "r" (external-id "R") (type (sub resource)))
              (type (;7;) (borrow 1))
              (type (;8;) (own 6))
              (type (;9;) (result 8))
              (type (;10;) (func (param "p" 7) (result 9)))
              (export (;0;) "[constructor]r" (func (type 10)))
              (type (;11;) (list u8 4))
              (type (;12;) (func async (param "l" 11) (result 3)))
              (export (;1;) "[static]r.get" (func (type 12)))
              (type (;13;) (borrow 6))
              (type (;14;) (func (param "self" 13) (result u8)))
              (export (;2;) "[method][get]r.a" (func (type 14)))
              (type (;15;) (func (param "self" 13) (param "v" u8)))
              (export (;3;) "[method][set]r.a" (func (type 15)))
              (type (;16;) (list 8))
              (type (;17;) (func (result 16)))
              (export (;4;) "z" (func (type 17)))
            )
          )
          (export (;3;) "use:io/stream@1.0.0" (instance (type 8)))
        )
      )
      (export (;0;) "use:io/w@1.0.0" (component (type 0)))
    )
  )
  (export (;3;) "w" (type 2))
  (@custom "package-docs" "\\01{\\22docs\\22:\\22A package.\\22,\\22worlds\\22:{\\22w\\22:{\\22func_exports\\22:{\\22run\\22:{\\22docs\\22:\\22Runs.\\22}}}},\\22interfaces\\22:{\\22stream\\22:{\\22docs\\22:\\22Streams\\5cnof bytes.\\22,\\22stability\\22:{\\22stable\\22:{\\22since\\22:\\221.0.0\\22}},\\22funcs\\22:{\\22[static]r.get\\22:{\\22stability\\22:{\\22stable\\22:{\\22since\\22:\\221.0.0\\22}}}},\\22types\\22:{\\22error\\22:{\\22docs\\22:\\22What goes wrong.\\22,\\22items\\22:{\\22end\\22:\\22It ends.\\22}},\\22r\\22:{\\22stability\\22:{\\22unstable\\22:{\\22feature\\22:\\22x\\22}}}}}}}")
)
`;

const read = `/// A package.
package %use:io@1.0.0;

/// Streams
/// of bytes.
@since(version = 1.0.0)
interface %stream {
  use dep:poll/poll@0.2.0.{pollable};
  use dep:poll/poll@0.2.0.{%flags as f};
  /// What goes wrong.
  variant error {
    /// It ends.
    end,
    other(string),
  }
  @unstable(feature = x)
  @external-id("R")
  resource r {
    constructor(p: borrow<pollable>) -> result<r>;
    @since(version = 1.0.0)
    get: static async func(l: list<u8, 4>) -> f;
    a: get() -> u8;
    a: set(v: u8);
  }
  z: func() -> list<r>;
}

world w {
  import x: interface {
    f: func(m: map<string, u8>);
  }
  import label: dep:poll/poll@0.2.0;
  import dep:poll/poll@0.2.0;
  /// Runs.
  export run: async func() -> future<stream<u8>>;
  export %stream;
}

package dep:poll@0.2.0 {
  interface poll {
    resource pollable {
      block: func();
    }
    flags %flags {
      a,
      b,
    }
    type n = u8;
    unused: func();
  }
}
`;

test("a package is read back with all that was written", async () => {
  deepEqual(decodePackage(await parse(written)), { kind: "wit", text: read });
});

test("a handle with a name is no other name of its resource", async () => {
  const wat = `(component
  (type (component
    (type (instance
      (export (;0;) "r" (type (sub resource)))
      (type (own 0))
      (export (;2;) "h" (type (eq 1)))
      (export (;3;) "s" (type (eq 0)))))
    (export "a:b/i" (instance (type 0)))))
  (export "i" (type 0)))`;
  const text = "package a:b;\n\ninterface i {\n  resource r;\n  type h = own<r>;\n  type s = r;\n}\n";
  deepEqual(decodePackage(await parse(wat)), { kind: "wit", text });
});

test("a version may be in two parts", async () => {
  const wat = `(component
  (type (component
    (type (instance (export (;0;) "r" (type (sub resource)))))
    (import "c:d/j@2" (versionsuffix ".1.0-rc") (instance (type 0)))
    (alias export 0 "r" (type))
    (type (instance (alias outer 1 1 (type)) (export (;1;) "r" (type (eq 0)))))
    (export "a:b/i@1" (versionsuffix ".2.3") (instance (type 2)))))
  (export "i" (type 0)))`;
  const text =
    "package a:b@1.2.3;\n\ninterface i {\n  use c:d/j@2.1.0-rc.{r};\n}\n\npackage c:d@2.1.0-rc {\n  interface j {\n    resource r;\n  }\n}\n";
  deepEqual(decodePackage(await parse(wat)), { kind: "wit", text });
});

function refused(what: string, wat: string, message: string): void {
  test(`${what} is refused`, async () => {
    deepEqual(decodePackage(await parse(wat)), { kind: "fault", message });
  });
}

const component = "this is a component; a dependency must be a WIT package in binary form";
refused("an empty component", "(component)", component);
refused("a component with an import", '(component (import "a" (func)))', component);
refused("a core module", "(module)", "this is a core module; a dependency must be a WIT package in binary form");

test("bytes that end too early are refused", async () => {
  const whole = await parse(written);
  // At no place does that throw.
  for (let end = 8; end < whole.length; end++) decodePackage(whole.subarray(0, end));
  deepEqual(decodePackage(whole.subarray(0, 40)), {
    kind: "fault",
    message: "a part reaches past the end of the file",
  });
});

/** What the reference takes for WIT in a file of another name. */
function isText(text: string, expected: boolean): void {
  test(`${JSON.stringify(text)} is ${expected ? "WIT" : "WebAssembly"}`, () => {
    equal(textInstead(new TextEncoder().encode(text)), expected ? text : undefined);
  });
}

isText("package a:b;", true);
isText("", true);
isText(" \t\r\n(", false);
isText(";; (\n;; package\n(module)", false);
isText(";; (", true);
isText("(; (; ;) ;) package", true);
isText("(; (; ;) ;)(", false);
isText("(; never closed", true);
isText("\0asm\x0d\0\x01\0", false);
