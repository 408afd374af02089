; Documentation is Markdown; other comments may hold TODO and the like.

((doc_comment) @injection.content
  (#offset! @injection.content 0 3 0 0)
  (#set! injection.combined)
  (#set! injection.language "markdown"))

([
  (line_comment)
  (block_comment)
] @injection.content
  (#set! injection.language "comment"))
