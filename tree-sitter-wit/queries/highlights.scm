; Colours. Each node is matched by one pattern, so the order of the patterns does not matter.

; Comments

(line_comment) @comment
(block_comment) @comment
(doc_comment) @comment.documentation

; Keywords

[
  "package"
  "interface"
  "world"
  "type"
  "record"
  "variant"
  "enum"
  "flags"
  "resource"
] @keyword

[
  "use"
  "import"
  "export"
  "include"
  "as"
  "with"
] @keyword.import

[
  "func"
  "constructor"
  (accessor)
] @keyword.function

[
  "static"
  "async"
] @keyword.modifier

; Attributes

(attribute
  "@" @attribute
  name: (id) @attribute)

(attribute_argument
  name: (id) @variable.parameter)

(attribute_argument
  value: (id) @constant)

; Packages and paths

(package_name
  namespace: (id) @module)

(package_name
  name: (id) @module)

(use_path
  namespace: (id) @module)

(use_path
  package: (id) @module)

(use_path
  name: (id) @type)

(version) @number

(integer) @number

(string_literal) @string

; Declarations

(interface_definition
  name: (id) @type)

(world_definition
  name: (id) @type)

(toplevel_use
  alias: (id) @type)

(use_name
  (id) @type)

(include_name
  (id) @variable)

(type_alias
  name: (id) @type)

(record_definition
  name: (id) @type)

(variant_definition
  name: (id) @type)

(enum_definition
  name: (id) @type)

(flags_definition
  name: (id) @type)

(resource_definition
  name: (id) @type)

(record_field
  name: (id) @property)

(variant_case
  name: (id) @constant)

(enum_case
  name: (id) @constant)

(flag
  name: (id) @constant)

; Functions

(func_item
  name: (id) @function)

(resource_method
  name: (id) @function.method)

(import_item
  name: (id) @function
  type: (func_type))

(export_item
  name: (id) @function
  type: (func_type))

(import_item
  name: (id) @type
  type: (inline_interface))

(export_item
  name: (id) @type
  type: (inline_interface))

(import_item
  name: (id) @type
  path: (use_path))

(export_item
  name: (id) @type
  path: (use_path))

(param
  name: (id) @variable.parameter)

; Types

(primitive_type) @type.builtin

[
  "list"
  "map"
  "option"
  "result"
  "tuple"
  "stream"
  "future"
  "own"
  "borrow"
  (underscore)
] @type.builtin

(named_type
  name: (id) @type)

(own_type
  name: (id) @type)

(borrow_type
  name: (id) @type)

; Punctuation

[
  "->"
  "="
] @operator

[
  ","
  ":"
  ";"
  "."
  "/"
] @punctuation.delimiter

(package_name
  "@" @punctuation.delimiter)

(use_path
  "@" @punctuation.delimiter)

[
  "("
  ")"
  "{"
  "}"
  "<"
  ">"
] @punctuation.bracket
