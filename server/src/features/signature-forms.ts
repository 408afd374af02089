// The forms of WIT that take something between brackets: built-in types, functions, gates, `use` and `include`.
import { attributeWords, keywordWords } from "./hover/words.ts";

/** A form as it is written, with placeholders; each part stands in the label, after the one before it. */
export interface Form {
  readonly label: string;
  readonly parts: readonly string[];
  /** Whether the last part may come any number of times, or not at all. */
  readonly more: boolean;
  /** What it means, as Markdown. */
  readonly meaning: string;
}

function form(word: string, label: string, ...parts: readonly string[]): Form {
  const [meaning = ""] = keywordWords(word) ?? attributeWords(word) ?? [];
  return { label, parts, more: parts.at(-1) === "…", meaning };
}

/** By the keyword in front of `<`. */
export const typeForms: ReadonlyMap<string, readonly Form[]> = new Map([
  ["list", [form("list", "list<element>", "element"), form("list", "list<element, length>", "element", "length")]],
  ["option", [form("option", "option<type>", "type")]],
  [
    "result",
    [
      form("result", "result<ok>", "ok"),
      form("result", "result<ok, error>", "ok", "error"),
      form("result", "result<_, error>", "_", "error"),
    ],
  ],
  ["tuple", [form("tuple", "tuple<type, …>", "type", "…")]],
  ["map", [form("map", "map<key, value>", "key", "value")]],
  ["stream", [form("stream", "stream<element>", "element")]],
  ["future", [form("future", "future<value>", "value")]],
  ["own", [form("own", "own<resource>", "resource")]],
  ["borrow", [form("borrow", "borrow<resource>", "resource")]],
]);

/** By the word in front of `(`; those of `get` and `set` count where a function's type may stand. */
export const functionForms: ReadonlyMap<string, readonly Form[]> = new Map([
  ["func", [form("func", "func(name: type, …) -> result", "name: type", "…")]],
  ["constructor", [form("constructor", "constructor(name: type, …)", "name: type", "…")]],
  ["get", [form("get", "get() -> type")]],
  ["set", [form("set", "set(name: type)", "name: type")]],
]);

/** By the name behind `@`. */
export const gateForms: ReadonlyMap<string, readonly Form[]> = new Map([
  ["since", [form("since", "@since(version = 1.2.0)", "version = 1.2.0")]],
  ["unstable", [form("unstable", "@unstable(feature = name)", "feature = name")]],
  ["deprecated", [form("deprecated", "@deprecated(version = 1.2.0)", "version = 1.2.0")]],
  ["external-id", [form("external-id", '@external-id("text")', '"text"')]],
]);

export const useForms: readonly Form[] = [form("use", "use interface.{type as name, …}", "type as name", "…")];

export const includeForms: readonly Form[] = [
  form("include", "include world with { name as new-name, … }", "name as new-name", "…"),
];
