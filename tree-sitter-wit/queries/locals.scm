; Scopes, and the names that a file defines and uses. Parameters are not definitions: nothing can refer to them,
; and a type of the same name would be taken for one.

[
  (source_file)
  (package_body)
  (interface_body)
  (world_body)
  (resource_body)
] @local.scope

(interface_definition
  name: (id) @local.definition.namespace)

(world_definition
  name: (id) @local.definition.namespace)

(toplevel_use
  alias: (id) @local.definition.import)

(use_name
  alias: (id) @local.definition.import)

(use_name
  name: (id) @local.definition.import
  !alias)

(type_alias
  name: (id) @local.definition.type)

(record_definition
  name: (id) @local.definition.type)

(variant_definition
  name: (id) @local.definition.type)

(enum_definition
  name: (id) @local.definition.type)

(flags_definition
  name: (id) @local.definition.type)

(resource_definition
  name: (id) @local.definition.type)

(record_field
  name: (id) @local.definition.field)

(func_item
  name: (id) @local.definition.function)

(resource_method
  name: (id) @local.definition.method)

(named_type
  name: (id) @local.reference)

(own_type
  name: (id) @local.reference)

(borrow_type
  name: (id) @local.reference)

(use_path
  name: (id) @local.reference
  !namespace)
