/**
 * The grammar of WIT, lenient where an editor has to be.
 *
 * The start rule takes whole files and also single members of interfaces, worlds and packages, because the
 * language server parses each member on its own. What the grammar lets through and the language forbids
 * (missing semicolons, empty bodies, members in the wrong container …) is listed in README.md.
 */

/// <reference types="tree-sitter-cli/dsl" />

/** Every word that the reference lexer never takes for an identifier (wit-parser, ast/lex.rs). */
const KEYWORDS = [
  ...["use", "type", "func", "resource", "own", "borrow", "record", "flags", "variant", "enum"],
  ...["u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "char", "bool", "string", "error-context"],
  ...["option", "result", "future", "stream", "list", "map", "tuple", "_"],
  ...["as", "from", "static", "interface", "import", "export", "world", "package", "constructor", "async"],
  ...["include", "with"],
];

const PRIMITIVES = [
  ...["bool", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64"],
  ...["f32", "f64", "char", "string", "error-context"],
];

// A carriage return is content unless it is part of the line's end.
const REST_OF_LINE = "([^\\r\\n]|\\r+[^\\r\\n])*";
const NOT_SLASH = "([^/\\r\\n]|\\r+[^\\r\\n])";

/** Zero or more of `rule`, separated by commas, with or without a comma at the end. */
function list(rule) {
  return optional(seq(rule, repeat(seq(",", rule)), optional(",")));
}

/** `get` and `set` where they may be both a name and the start of an accessor: the next token decides. */
function softId($) {
  return choice($.id, alias("get", $.id), alias("set", $.id));
}

export default grammar({
  name: "wit",

  word: $ => $.id,

  externals: $ => [$.block_comment, $._version_at, $._never],

  extras: $ => [/[ \t\r\n\f\v\uFEFF]/, $.line_comment, $.doc_comment, $.block_comment],

  supertypes: $ => [$._type],

  inline: $ => [$._attributed_name],

  reserved: { global: () => KEYWORDS },

  rules: {
    source_file: $ => repeat($._item),

    // One rule for files and all three kinds of body: a member in the wrong place stays a whole member.
    _item: $ =>
      choice(
        $.package_declaration,
        $.package_block,
        $.interface_definition,
        $.world_definition,
        $.toplevel_use,
        $.use_item,
        $.import_item,
        $.export_item,
        $.include_item,
        $.type_alias,
        $.record_definition,
        $.variant_definition,
        $.enum_definition,
        $.flags_definition,
        $.resource_definition,
        // A member of resources alone; here because the server parses each member by itself.
        $.resource_constructor,
        $.func_item,
      ),

    // Packages

    package_declaration: $ => seq(repeat($.attribute), "package", field("name", $.package_name), optional(";")),

    package_block: $ =>
      seq(repeat($.attribute), "package", field("name", $.package_name), field("body", $.package_body)),

    package_body: $ => seq("{", repeat($._item), "}"),

    package_name: $ =>
      seq(
        repeat1(seq(field("namespace", $.id), ":")),
        field("name", $.id),
        repeat(seq("/", field("name", $.id))),
        optional($._at_version),
      ),

    _at_version: $ => seq(alias($._version_at, "@"), field("version", $.version)),

    // Paths

    use_path: $ =>
      choice(
        field("name", $.id),
        seq(repeat1(seq(field("namespace", $.id), ":")), field("package", $.id), $._path_end),
      ),

    _path_end: $ =>
      seq("/", repeat(seq(field("package", $.id), "/")), field("name", $.id), optional($._at_version)),

    // `import a:b/c` is a path, `import a: b` and `import a: b:c/d` are a name and a path. Told apart
    // like the reference does, by the token after the second identifier.
    _extern_path: $ =>
      choice(
        field("name", $.id),
        seq(field("namespace", $.id), ":", field("package", softId($)), $._path_end),
      ),

    _labelled_path: $ =>
      choice(
        field("name", softId($)),
        seq(
          field("namespace", softId($)),
          ":",
          repeat(seq(field("namespace", $.id), ":")),
          field("package", $.id),
          $._path_end,
        ),
      ),

    // Uses

    toplevel_use: $ =>
      seq(
        repeat($.attribute),
        "use",
        field("path", $.use_path),
        optional(seq("as", field("alias", $.id))),
        optional(";"),
      ),

    use_item: $ =>
      seq(
        repeat($.attribute),
        "use",
        field("path", $.use_path),
        ".",
        "{",
        list($.use_name),
        "}",
        optional(";"),
      ),

    use_name: $ => seq(field("name", $.id), optional(seq("as", field("alias", $.id)))),

    // Worlds and interfaces

    interface_definition: $ =>
      seq(repeat($.attribute), "interface", field("name", $.id), field("body", $.interface_body)),

    interface_body: $ => seq("{", repeat($._item), "}"),

    world_definition: $ => seq(repeat($.attribute), "world", field("name", $.id), field("body", $.world_body)),

    world_body: $ => seq("{", repeat($._item), "}"),

    import_item: $ => seq(repeat($.attribute), "import", $._extern),

    export_item: $ => seq(repeat($.attribute), "export", $._extern),

    _extern: $ =>
      seq(
        choice(
          field("path", alias($._extern_path, $.use_path)),
          seq(
            field("name", $.id),
            ":",
            choice(
              field("type", choice($.func_type, $.inline_interface)),
              field("path", alias($._labelled_path, $.use_path)),
            ),
          ),
        ),
        optional(";"),
      ),

    inline_interface: $ => seq("interface", field("body", $.interface_body)),

    include_item: $ =>
      seq(
        repeat($.attribute),
        "include",
        field("path", $.use_path),
        optional(seq("with", "{", list($.include_name), "}")),
        optional(";"),
      ),

    include_name: $ => seq(field("name", $.id), "as", field("alias", $.id)),

    // Type definitions

    type_alias: $ =>
      seq(repeat($.attribute), "type", field("name", $.id), "=", field("type", $._type), optional(";")),

    record_definition: $ => seq(repeat($.attribute), "record", field("name", $.id), field("body", $.record_body)),
    record_body: $ => seq("{", list($.record_field), "}"),
    record_field: $ => seq(repeat($.attribute), field("name", $.id), ":", field("type", $._type)),

    variant_definition: $ =>
      seq(repeat($.attribute), "variant", field("name", $.id), field("body", $.variant_body)),
    variant_body: $ => seq("{", list($.variant_case), "}"),
    variant_case: $ => seq($._attributed_name, optional(seq("(", field("type", $._type), ")"))),

    enum_definition: $ => seq(repeat($.attribute), "enum", field("name", $.id), field("body", $.enum_body)),
    enum_body: $ => seq("{", list($.enum_case), "}"),
    enum_case: $ => $._attributed_name,

    flags_definition: $ => seq(repeat($.attribute), "flags", field("name", $.id), field("body", $.flags_body)),
    flags_body: $ => seq("{", list($.flag), "}"),
    flag: $ => $._attributed_name,

    _attributed_name: $ => seq(repeat($.attribute), field("name", $.id)),

    resource_definition: $ =>
      seq(
        repeat($.attribute),
        "resource",
        field("name", $.id),
        optional(choice(field("body", $.resource_body), ";")),
      ),

    resource_body: $ =>
      seq("{", repeat(choice($.resource_constructor, alias($.func_item, $.resource_method))), "}"),

    resource_constructor: $ =>
      seq(
        repeat($.attribute),
        "constructor",
        field("params", $.param_list),
        optional(seq("->", field("result", $._type))),
        optional(";"),
      ),

    // Functions

    func_item: $ =>
      seq(
        repeat($.attribute),
        field("name", $.id),
        ":",
        optional("static"),
        field("type", $.func_type),
        optional(";"),
      ),

    func_type: $ =>
      seq(
        optional("async"),
        choice("func", $.accessor),
        field("params", $.param_list),
        optional(seq("->", field("result", choice($._type, $.named_results)))),
      ),

    accessor: () => choice("get", "set"),

    param_list: $ => seq("(", list($.param), ")"),

    // Removed from the language long ago; kept so that the server can say what to write now.
    named_results: $ => seq("(", list($.param), ")"),

    param: $ => seq(field("name", $.id), ":", field("type", $._type)),

    // Types

    _type: $ =>
      choice(
        $.primitive_type,
        $.list_type,
        $.map_type,
        $.option_type,
        $.result_type,
        $.tuple_type,
        $.stream_type,
        $.future_type,
        $.own_type,
        $.borrow_type,
        $.named_type,
      ),

    primitive_type: () => choice(...PRIMITIVES),

    list_type: $ =>
      seq("list", "<", field("element", $._type), optional(seq(",", field("size", $.integer))), ">"),

    map_type: $ => seq("map", "<", field("key", $._type), ",", field("value", $._type), ">"),

    option_type: $ => seq("option", "<", field("element", $._type), ">"),

    result_type: $ =>
      seq(
        "result",
        optional(
          seq(
            "<",
            choice(
              seq(field("ok", $._type), optional(seq(",", field("err", $._type)))),
              seq(field("ok", $.underscore), ",", field("err", $._type)),
            ),
            ">",
          ),
        ),
      ),

    underscore: () => "_",

    tuple_type: $ => seq("tuple", "<", list(field("element", $._type)), ">"),

    stream_type: $ => seq("stream", optional(seq("<", field("element", $._type), ">"))),

    future_type: $ => seq("future", optional(seq("<", field("element", $._type), ">"))),

    own_type: $ => seq("own", "<", field("name", $.id), ">"),

    borrow_type: $ => seq("borrow", "<", field("name", $.id), ">"),

    named_type: $ => field("name", $.id),

    // Attributes (the specification calls them gates)

    attribute: $ =>
      seq(
        "@",
        field("name", $.id),
        optional(seq("(", choice(field("args", $.attribute_argument), field("value", $.string_literal)), ")")),
      ),

    attribute_argument: $ => seq(field("name", $.id), "=", field("value", choice($.version, $.id, $._from))),

    // Tokens

    // `from` is a keyword without a place in today's language, and a word can be reserved only if a rule uses it:
    // one that can't match, because the scanner never gives `_never`, where a name would be wrong just the same.
    _from: $ => seq("from", $._never),

    // Looser than the language: the server says which names are wrong and why.
    id: () => /%?[\p{XID_Start}_][\p{XID_Continue}_-]*/,

    integer: () => /[0-9]+/,

    // A dot ends the version unless something of the version follows it: `use a:b/c@1.0.0-rc.{d}`.
    version: () =>
      /[0-9]+(\.[0-9]+)*(-([0-9A-Za-z_-]+(\.[0-9A-Za-z_-]+)*)?)?(\+([0-9A-Za-z_-]+(\.[0-9A-Za-z_-]+)*)?)?/,

    string_literal: () => /"([^"\\\r\n]|\\[^\r\n])*"/,

    // Comments: single tokens, so that they cost one node each.

    line_comment: () => token(new RegExp(`//(${NOT_SLASH}${REST_OF_LINE}|//${REST_OF_LINE})?`)),

    doc_comment: () => token(new RegExp(`///(${NOT_SLASH}${REST_OF_LINE})?`)),
  },
});
