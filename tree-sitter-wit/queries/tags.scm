; What a file defines and what it refers to, with the documentation comments in front of a definition.

(
  (doc_comment)* @doc
  .
  [
    (package_declaration
      name: (package_name) @name)
    (package_block
      name: (package_name) @name)
  ] @definition.module
  (#strip! @doc "^///\\s?")
  (#select-adjacent! @doc @definition.module)
)

(
  (doc_comment)* @doc
  .
  (interface_definition
    name: (id) @name) @definition.interface
  (#strip! @doc "^///\\s?")
  (#select-adjacent! @doc @definition.interface)
)

(
  (doc_comment)* @doc
  .
  (world_definition
    name: (id) @name) @definition.module
  (#strip! @doc "^///\\s?")
  (#select-adjacent! @doc @definition.module)
)

(
  (doc_comment)* @doc
  .
  [
    (type_alias
      name: (id) @name)
    (record_definition
      name: (id) @name)
    (variant_definition
      name: (id) @name)
    (enum_definition
      name: (id) @name)
    (flags_definition
      name: (id) @name)
  ] @definition.type
  (#strip! @doc "^///\\s?")
  (#select-adjacent! @doc @definition.type)
)

(
  (doc_comment)* @doc
  .
  (resource_definition
    name: (id) @name) @definition.class
  (#strip! @doc "^///\\s?")
  (#select-adjacent! @doc @definition.class)
)

(
  (doc_comment)* @doc
  .
  [
    (func_item
      name: (id) @name)
    (import_item
      name: (id) @name
      type: (func_type))
    (export_item
      name: (id) @name
      type: (func_type))
  ] @definition.function
  (#strip! @doc "^///\\s?")
  (#select-adjacent! @doc @definition.function)
)

(
  (doc_comment)* @doc
  .
  (resource_method
    name: (id) @name) @definition.method
  (#strip! @doc "^///\\s?")
  (#select-adjacent! @doc @definition.method)
)

(
  (doc_comment)* @doc
  .
  (resource_constructor
    "constructor" @name) @definition.method
  (#strip! @doc "^///\\s?")
  (#select-adjacent! @doc @definition.method)
)

[
  (named_type
    name: (id) @name)
  (own_type
    name: (id) @name)
  (borrow_type
    name: (id) @name)
  (use_name
    name: (id) @name)
] @reference.type

(use_path
  name: (id) @name) @reference.interface
