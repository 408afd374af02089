// Keywords and built-in types in a sentence each, with the place of the specification that has the rest.
import { type SpecificationPage, specificationLink } from "./specification.ts";

interface Word {
  readonly text: string;
  /** A heading of the specification. */
  readonly anchor: string;
  readonly page?: SpecificationPage;
}

const word = (anchor: string, text: string): Word => ({ anchor, text });

const words: Readonly<Record<string, Word>> = {
  package: word(
    "package-declaration",
    "Names the package that the files of this folder make up: `namespace:name@version`.",
  ),
  interface: word("wit-interfaces", "A named set of types and functions that worlds import or export as a whole."),
  world: word("wit-worlds", "What a component imports from its host and what it exports: the contract of a component."),
  import: word("wit-worlds", "Asks for an interface or a function that the host, or another component, provides."),
  export: word("wit-worlds", "Promises an interface or a function to the host, or to other components."),
  include: word("item-include", "Brings in all imports and exports of another world."),
  with: word("name-conflicts-and-with", "Renames imports and exports that an `include` brings: `with { old as new }`."),
  use: word("item-use", "Brings in types of another interface, or gives an interface a name in this file."),
  as: word("item-use", "Gives what stands before it another name here."),
  from: word("keywords", "A reserved word; it has no use yet."),
  type: word("item-type-alias", "Gives a type another name."),
  record: word("item-record-bag-of-named-fields", "A type of named fields, all of them present."),
  variant: word(
    "item-variant-one-of-a-set-of-types",
    "A type of cases, one of them at a time; a case may carry a value.",
  ),
  enum: word("item-enum-variant-but-with-no-payload", "A type of cases that carry nothing."),
  flags: word("item-flags-bag-of-bools", "A set of named bits, at most 32; each is on or off."),
  resource: word("item-resource", "Something that is not copied but handed on or lent, by handles. May have methods."),
  func: word("wit-functions", "A function: named parameters and at most one result."),
  async: word("wit-functions", "The function may take its time: whoever calls it can go on meanwhile."),
  static: word("item-resource", "A function that belongs to a resource without working on one."),
  constructor: word("item-resource", "Makes a new resource."),
  own: word("handles", "A handle that owns its resource; to pass it on is to give the resource away."),
  borrow: word("handles", "A handle that is lent for the time of one call."),
  bool: word("types", "`true` or `false`."),
  u8: word("types", "A whole number from 0 to 255."),
  u16: word("types", "A whole number from 0 to 65,535."),
  u32: word("types", "A whole number from 0 to 2³² − 1."),
  u64: word("types", "A whole number from 0 to 2⁶⁴ − 1."),
  s8: word("types", "A whole number from −128 to 127."),
  s16: word("types", "A whole number from −32,768 to 32,767."),
  s32: word("types", "A whole number from −2³¹ to 2³¹ − 1."),
  s64: word("types", "A whole number from −2⁶³ to 2⁶³ − 1."),
  f32: word("types", "A floating-point number of 32 bits (IEEE 754)."),
  f64: word("types", "A floating-point number of 64 bits (IEEE 754)."),
  char: word("types", "A Unicode scalar value: a code point that is not a surrogate."),
  string: word("types", "Text: a sequence of Unicode scalar values."),
  list: word("types", "Values of one type in order: `list<t>`, or exactly `n` of them: `list<t, n>`."),
  map: word("types", "Values by key: `map<key, value>`. Keys are whole numbers, `bool`, `char` or `string`."),
  option: word("types", "A value or none: `option<t>`."),
  result: word(
    "types",
    "A value or an error: `result<ok, err>`; `result<_, err>` and `result` leave out what carries nothing.",
  ),
  tuple: word("types", "Several values in order: `tuple<a, b>`."),
  stream: {
    page: "Concurrency",
    anchor: "streams-and-futures",
    text: "Values that arrive one after another, while both sides go on: `stream<t>`.",
  },
  future: { page: "Concurrency", anchor: "streams-and-futures", text: "A value that arrives later: `future<t>`." },
  "error-context": {
    page: "Explainer",
    anchor: "-error-context-type",
    text: "What is known about an error that ended a stream or a future.",
  },
  _: word("types", "Stands where a `result` carries no value: `result<_, err>`."),
};

const gates: Readonly<Record<string, Word>> = {
  since: word("feature-gates", "The version of the package in which this item came: `@since(version = 1.2.0)`."),
  unstable: word(
    "feature-gates",
    "The item is there only where its feature is switched on: `@unstable(feature = name)`.",
  ),
  deprecated: word(
    "feature-gates",
    "The version from which this item should no longer be used: `@deprecated(version = 1.2.0)`.",
  ),
  "external-id": word("item-world", 'A name by which something outside of WIT knows this item: `@external-id("…")`.'),
};

/** What a keyword or built-in type means, and a link, as Markdown; undefined for other words. */
export function keywordWords(text: string): readonly [meaning: string, link: string] | undefined {
  return Object.hasOwn(words, text) ? markdown(words[text]!) : undefined;
}

/** What the name of an attribute means, and a link, as Markdown; undefined for other words. */
export function attributeWords(text: string): readonly [meaning: string, link: string] | undefined {
  return Object.hasOwn(gates, text) ? markdown(gates[text]!) : undefined;
}

function markdown({ text, anchor, page }: Word): readonly [string, string] {
  return [text, specificationLink("Specification", page ?? "WIT", anchor)];
}
