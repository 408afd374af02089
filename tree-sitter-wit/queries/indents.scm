; One step in between braces, parentheses and angle brackets, and back out at the one that closes them.

[
  (package_body)
  (interface_body)
  (world_body)
  (resource_body)
  (record_body)
  (variant_body)
  (enum_body)
  (flags_body)
  (use_item)
  (include_item)
  (param_list)
  (named_results)
  (list_type)
  (map_type)
  (option_type)
  (result_type)
  (tuple_type)
  (stream_type)
  (future_type)
] @indent.begin

[
  "}"
  ")"
  ">"
] @indent.branch @indent.end

[
  (line_comment)
  (doc_comment)
  (block_comment)
] @indent.ignore
