// Signature help: the form around `$0`, with the part that is being written in brackets.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { signatureHelp } from "../../src/features/signature-help.ts";
import { analysed, cursorIn } from "./support.ts";

function told(source: string): string | undefined {
  const { file, offset } = cursorIn(analysed(source));
  const help = signatureHelp(file, offset);
  const form = help?.forms[help.form];
  if (!help || !form) return undefined;
  let at = 0;
  for (const [i, part] of form.parts.entries()) {
    at = form.label.indexOf(part, at);
    if (i === help.part) return `${form.label.slice(0, at)}[${part}]${form.label.slice(at + part.length)}`;
    at += part.length;
  }
  return form.label;
}

function check(text: string, wanted: string | undefined): void {
  test(text, () => {
    equal(told(`package a:b;\ninterface i {\n  type before = u8;\n  ${text}\n  type behind = u8;\n}\n`), wanted);
    // The end of the text: nothing behind the cursor, nothing closed.
    equal(told(`interface i {\n  ${text.slice(0, text.indexOf("$0") + 2)}`), wanted);
  });
}

function inWorld(text: string, wanted: string): void {
  test(text, () => equal(told(`package a:b;\nworld w {\n  ${text}\n}\n`), wanted));
}

check("f: func($0);", "func([name: type], …) -> result");
check("f: func(a: u8, $0);", "func(name: type, […]) -> result");
check("f: func(a: u8, b: u8, c$0: u8);", "func(name: type, […]) -> result");
check("f: async func(a$0);", "func([name: type], …) -> result");
check("f: func(a: list<$0>);", "list<[element]>");
check("f: func(a: list<u8, $0>);", "list<element, [length]>");
check("f: func(a: list<tuple<u8, u8>, $0>);", "list<element, [length]>");
check("f: func(a: list<u8>, $0);", "func(name: type, […]) -> result");
check("f: func(a: list<u8, $0);", "list<element, [length]>");
check("f: func(a: u8) -> result<$0", "result<[ok]>");
check("f: func(a: u8) -> result<u8, $0>;", "result<ok, [error]>");
check("f: func(a: u8) -> result<_, $0>;", "result<_, [error]>");
check("type t = map<string, option<$0>>;", "option<[type]>");
check("type t = map<string, $0>;", "map<key, [value]>");
check("type t = tuple<u8, u8, $0>;", "tuple<type, […]>");
check("type t = future<$0", "future<[value]>");
check("record r { a: u8, b: borrow<$0", "borrow<[resource]>");
check("variant v { a(list<$0>) }", "list<[element]>");
check("variant v { a($0) }", undefined);
check("f: get($0) -> u8;", "get() -> type");
check("f: set($0);", "set([name: type])");
check("resource r { constructor($0); }", "constructor([name: type], …)");
check("@since($0) type t = u8;", "@since([version = 1.2.0])");
check("@since(version = $0)\n  type t = u8;", "@since([version = 1.2.0])");
check("@since(version = 1.0.0) @unstable(feature = $0", "@unstable([feature = name])");
check("@deprecated($0", "@deprecated([version = 1.2.0])");
check("@external-id($0)", '@external-id(["text"])');
check("use j.{$0};", "use interface.{[type as name], …}");
check("use a:b/j@1.0.0.{t as u, $0};", "use interface.{type as name, […]}");
inWorld("include v with { $0 }", "include world with { [name as new-name], … }");
inWorld("include v with { f as g, $0 }", "include world with { name as new-name, […] }");
inWorld("import f: func(a: $0", "func([name: type], …) -> result");
check("f: func()$0;", undefined);
check("f$0: func();", undefined);
check("record r { $0 }", undefined);
check("f: func(/* $0 */);", undefined);
check("f: func(a: u8,\n    // $0\n  );", undefined);
