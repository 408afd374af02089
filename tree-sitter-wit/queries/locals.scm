; Scopes, and the names that a file defines and refers to. Functions, fields and parameters are left out: nothing
; refers to them, and a type of the same name would be taken for one.

[
  (source_file)
  (package_body)
  (interface_body)
  (world_body)
] @local.scope

(interface_definition
  name: (id) @local.definition)

(world_definition
  name: (id) @local.definition)

(toplevel_use
  alias: (id) @local.definition)

(use_name
  alias: (id) @local.definition)

(use_name
  !alias
  name: (id) @local.definition)

(type_alias
  name: (id) @local.definition)

(record_definition
  name: (id) @local.definition)

(variant_definition
  name: (id) @local.definition)

(enum_definition
  name: (id) @local.definition)

(flags_definition
  name: (id) @local.definition)

(resource_definition
  name: (id) @local.definition)

(named_type
  name: (id) @local.reference)

(own_type
  name: (id) @local.reference)

(borrow_type
  name: (id) @local.reference)

(use_path
  !namespace
  name: (id) @local.reference)
