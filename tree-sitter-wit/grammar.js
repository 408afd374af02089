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
function list($, rule) {
  return optional(seq(rule, repeat(seq(orMissing($, ",", "_no_comma"), rule)), optional(",")));
}

/** `rule`, or a `missing` node where the scanner sees that it can't come: see "Missing parts" in README.md. */
function orMissing($, rule, gap) {
  return choice(rule, alias($[gap], $.missing));
}

/** `get` and `set` where they may be both a name and the start of an accessor: the next token decides. */
function softId($) {
  return choice($.id, alias("get", $.id), alias("set", $.id));
}

/** An item with attributes in front. Its rest is a rule of its own, so that both variants share their states. */
function attributed($, rest) {
  return seq(repeat($.attribute), rest);
}

export default grammar({
  name: "wit",

  word: $ => $.id,

  // The order is that of the scanner's `TokenType`.
  externals: $ => [
    $.block_comment,
    $._version_at,
    $._never,
    $._no_name,
    $._no_type,
    $._no_part,
    $._no_mark,
    $._no_func_colon,
    $._no_func,
    $._no_version,
    $._no_label_target,
    $._no_path_end,
    $._no_second,
    $._no_angle_end,
    $._no_params_end,
    $._no_paren_end,
    $._no_list_end,
    $._no_resource_end,
    $._no_body_end,
    $._no_comma,
    $._no_item,
  ],

  extras: $ => [/[ \t\r\n\f\v\uFEFF]/, $.line_comment, $.doc_comment, $.block_comment],

  supertypes: $ => [$._type],

  reserved: { global: () => KEYWORDS },

  rules: {
    source_file: $ => repeat($._item),

    // One rule for files and all kinds of bodies with items: a member in the wrong place stays a whole member.
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
        $.resource_constructor,
        $.func_item,
        $.unfinished_item,
      ),

    // Attributes, and nothing yet that they belong to.
    unfinished_item: $ => seq(repeat1($.attribute), alias($._no_item, $.missing)),

    _name: $ => orMissing($, field("name", $.id), "_no_name"),

    _alias: $ => seq("as", orMissing($, field("alias", $.id), "_no_name")),

    _items_end: $ => orMissing($, "}", "_no_body_end"),

    _list_end: $ => orMissing($, "}", "_no_list_end"),

    // Packages

    package_declaration: $ => seq(attributed($, $._package_head), optional(";")),

    package_block: $ => seq(attributed($, $._package_head), field("body", $.package_body)),

    _package_head: $ => seq("package", field("name", $.package_name)),

    package_body: $ => seq("{", repeat($._item), $._items_end),

    package_name: $ =>
      choice(
        seq(repeat1(seq(field("namespace", $.id), ":")), $._name, repeat(seq("/", $._name)), optional($._at_version)),
        seq(field("namespace", $.id), alias($._no_part, $.missing)),
        alias($._no_name, $.missing),
      ),

    _at_version: $ => seq(alias($._version_at, "@"), orMissing($, field("version", $.version), "_no_version")),

    // Paths

    use_path: $ => choice($._name, seq(repeat1(seq(field("namespace", $.id), ":")), $._package, $._path_end)),

    _package: $ => orMissing($, field("package", $.id), "_no_name"),

    _path_end: $ =>
      choice(
        seq("/", repeat(seq(field("package", $.id), "/")), $._name, optional($._at_version)),
        seq(alias($._no_path_end, $.missing), optional($._at_version)),
      ),

    // `import a:b/c` is a path, `import a: b` and `import a: b:c/d` are a name and a path. Told apart
    // like the reference does, by the token after the second identifier.
    _extern_path: $ =>
      choice($._name, seq(field("namespace", $.id), ":", field("package", softId($)), $._extern_path_end)),

    _extern_path_end: $ => seq("/", repeat(seq(field("package", $.id), "/")), $._name, optional($._at_version)),

    _labelled_path: $ =>
      choice(
        field("name", softId($)),
        seq(field("namespace", softId($)), ":", repeat(seq(field("namespace", $.id), ":")), $._package, $._path_end),
      ),

    // Uses

    toplevel_use: $ => attributed($, $._toplevel_use),
    _toplevel_use: $ => seq("use", field("path", $.use_path), optional($._alias), optional(";")),

    use_item: $ => attributed($, $._use_item),
    _use_item: $ =>
      seq(
        "use",
        field("path", $.use_path),
        ".",
        choice(
          orMissing($, seq("{", list($, $.use_name), $._list_end), "_no_part"),
          seq(alias($._no_mark, $.missing), $.use_name),
        ),
        optional(";"),
      ),

    use_name: $ => seq(field("name", $.id), optional($._alias)),

    // Worlds and interfaces

    interface_definition: $ => attributed($, $._interface),
    _interface: $ => seq("interface", $._name, orMissing($, field("body", $.interface_body), "_no_part")),
    interface_body: $ => seq("{", repeat($._item), $._items_end),

    world_definition: $ => attributed($, $._world),
    _world: $ => seq("world", $._name, orMissing($, field("body", $.world_body), "_no_part")),
    world_body: $ => seq("{", repeat($._item), $._items_end),

    import_item: $ => attributed($, seq("import", $._extern)),

    export_item: $ => attributed($, seq("export", $._extern)),

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
              alias($._no_label_target, $.missing),
            ),
          ),
        ),
        optional(";"),
      ),

    inline_interface: $ => seq("interface", orMissing($, field("body", $.interface_body), "_no_part")),

    include_item: $ => attributed($, $._include),
    _include: $ =>
      seq(
        "include",
        field("path", $.use_path),
        optional(seq("with", orMissing($, seq("{", list($, $.include_name), $._list_end), "_no_part"))),
        optional(";"),
      ),

    include_name: $ => seq(field("name", $.id), orMissing($, $._alias, "_no_part")),

    // Type definitions

    type_alias: $ => attributed($, $._type_alias),
    _type_alias: $ =>
      seq("type", $._name, orMissing($, seq(orMissing($, "=", "_no_mark"), $._its_type), "_no_part"), optional(";")),

    _its_type: $ => orMissing($, field("type", $._type), "_no_type"),

    record_definition: $ => attributed($, $._record),
    _record: $ => seq("record", $._name, orMissing($, field("body", $.record_body), "_no_part")),
    record_body: $ => seq("{", list($, $.record_field), $._list_end),
    record_field: $ => attributed($, $._typed_name),

    _typed_name: $ =>
      seq(field("name", $.id), orMissing($, seq(orMissing($, ":", "_no_mark"), $._its_type), "_no_part")),

    variant_definition: $ => attributed($, $._variant),
    _variant: $ => seq("variant", $._name, orMissing($, field("body", $.variant_body), "_no_part")),
    variant_body: $ => seq("{", list($, $.variant_case), $._list_end),
    variant_case: $ =>
      attributed($, seq(field("name", $.id), optional(seq("(", $._its_type, orMissing($, ")", "_no_paren_end"))))),

    enum_definition: $ => attributed($, $._enum),
    _enum: $ => seq("enum", $._name, orMissing($, field("body", $.enum_body), "_no_part")),
    enum_body: $ => seq("{", list($, $.enum_case), $._list_end),
    enum_case: $ => attributed($, field("name", $.id)),

    flags_definition: $ => attributed($, $._flags),
    _flags: $ => seq("flags", $._name, orMissing($, field("body", $.flags_body), "_no_part")),
    flags_body: $ => seq("{", list($, $.flag), $._list_end),
    flag: $ => attributed($, field("name", $.id)),

    resource_definition: $ => attributed($, $._resource),
    _resource: $ => seq("resource", $._name, optional(choice(field("body", $.resource_body), ";"))),

    resource_body: $ =>
      seq(
        "{",
        repeat(choice($.resource_constructor, alias($.func_item, $.resource_method), $.unfinished_item)),
        orMissing($, "}", "_no_resource_end"),
      ),

    resource_constructor: $ => attributed($, $._constructor),
    _constructor: $ => seq("constructor", $._params, optional(seq($._arrow, $._result)), optional(";")),

    // Functions

    func_item: $ => attributed($, $._func_item),
    _func_item: $ =>
      seq(
        field("name", $.id),
        orMissing($, seq(orMissing($, ":", "_no_func_colon"), $._func), "_no_part"),
        optional(";"),
      ),

    // `f: u32` has a type where a function ought to be: a child without a field.
    _func: $ =>
      choice(
        orMissing($, field("type", $.func_type), "_no_part"),
        seq("static", orMissing($, field("type", $.func_type), "_no_part")),
        seq(alias($._no_mark, $.missing), $._type),
      ),

    func_type: $ =>
      seq(
        choice(
          seq(optional("async"), choice("func", alias($._no_func, $.missing)), $._params),
          // No missing part behind an accessor: `import a: get;` is a path.
          seq(optional("async"), $.accessor, field("params", $.param_list)),
          seq("async", alias($._no_part, $.missing)),
        ),
        optional(seq($._arrow, choice($._result, field("result", $.named_results)))),
      ),

    accessor: () => choice("get", "set"),

    _arrow: $ => orMissing($, "->", "_no_mark"),

    _params: $ => orMissing($, field("params", $.param_list), "_no_part"),

    _result: $ => orMissing($, field("result", $._type), "_no_type"),

    param_list: $ => seq("(", list($, $.param), orMissing($, ")", "_no_params_end")),

    // Removed from the language long ago; kept so that the server can say what to write now.
    named_results: $ => seq("(", list($, $.param), orMissing($, ")", "_no_params_end")),

    param: $ => $._typed_name,

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

    _element: $ => orMissing($, field("element", $._type), "_no_type"),

    _angle_end: $ => orMissing($, ">", "_no_angle_end"),

    list_type: $ =>
      seq(
        "list",
        orMissing($, seq("<", $._element, optional(seq(",", field("size", $.integer))), $._angle_end), "_no_part"),
      ),

    map_type: $ =>
      seq(
        "map",
        orMissing(
          $,
          seq(
            "<",
            orMissing($, field("key", $._type), "_no_type"),
            orMissing($, seq(",", orMissing($, field("value", $._type), "_no_type")), "_no_second"),
            $._angle_end,
          ),
          "_no_part",
        ),
      ),

    option_type: $ => seq("option", orMissing($, $._element_in_angles, "_no_part")),

    _element_in_angles: $ => seq("<", $._element, $._angle_end),

    result_type: $ => seq("result", optional($._results_in_angles)),

    _results_in_angles: $ =>
      seq(
        "<",
        choice(
          seq(orMissing($, field("ok", $._type), "_no_type"), optional(seq(",", $._err))),
          seq(field("ok", $.underscore), orMissing($, seq(",", $._err), "_no_second")),
        ),
        $._angle_end,
      ),

    _err: $ => orMissing($, field("err", $._type), "_no_type"),

    underscore: () => "_",

    tuple_type: $ => seq("tuple", orMissing($, seq("<", list($, field("element", $._type)), $._angle_end), "_no_part")),

    stream_type: $ => seq("stream", optional($._element_in_angles)),

    future_type: $ => seq("future", optional($._element_in_angles)),

    own_type: $ => seq("own", orMissing($, $._name_in_angles, "_no_part")),

    borrow_type: $ => seq("borrow", orMissing($, $._name_in_angles, "_no_part")),

    _name_in_angles: $ => seq("<", $._name, $._angle_end),

    named_type: $ => field("name", $.id),

    // Attributes (the specification calls them gates)

    attribute: $ =>
      seq(
        "@",
        $._name,
        optional(
          seq(
            "(",
            orMissing($, choice(field("args", $.attribute_argument), field("value", $.string_literal)), "_no_name"),
            orMissing($, ")", "_no_paren_end"),
          ),
        ),
      ),

    attribute_argument: $ =>
      seq(
        field("name", $.id),
        orMissing($, seq("=", orMissing($, field("value", choice($.version, $.id, $._from)), "_no_name")), "_no_part"),
      ),

    // Tokens

    // `from` is a keyword without a place in today's language, and a word can be reserved only if a rule uses it:
    // one that can't match, because the scanner never gives `_never`, where a name would be wrong just the same.
    _from: $ => seq("from", $._never),

    // Looser than the language: the server says which names are wrong and why.
    id: () => /%|%?[\p{XID_Start}_][\p{XID_Continue}_-]*/u,

    integer: () => /[0-9]+/,

    // A dot ends the version unless something of the version follows it: `use a:b/c@1.0.0-rc.{d}`.
    version: () => /[0-9]+(\.[0-9]+)*(-([0-9A-Za-z_-]+(\.[0-9A-Za-z_-]+)*)?)?(\+([0-9A-Za-z_-]+(\.[0-9A-Za-z_-]+)*)?)?/,

    string_literal: () => /"([^"\\\r\n]|\\[^\r\n])*"/,

    // Comments: single tokens, so that they cost one node each.

    line_comment: () => token(new RegExp(`//(${NOT_SLASH}${REST_OF_LINE}|//${REST_OF_LINE})?`)),

    doc_comment: () => token(new RegExp(`///(${NOT_SLASH}${REST_OF_LINE})?`)),
  },
});
