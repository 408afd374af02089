; What can be folded. Runs of line comments are left to the editor.

[
  (package_body)
  (interface_body)
  (world_body)
  (resource_body)
  (record_body)
  (variant_body)
  (enum_body)
  (flags_body)
  (param_list)
  (use_item)
  (include_item)
  (block_comment)
] @fold
