/**
 * The two tokens that a regular lexer cannot cut: block comments, which nest, and the `@` before a version,
 * which without semicolons would look like the start of the next member's attribute. Stateless.
 */

#include "tree_sitter/parser.h"

enum TokenType { BLOCK_COMMENT, VERSION_AT, NEVER };

static inline bool is_space(int32_t c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v' || c == 0xFEFF;
}

/** An unclosed comment reaches to the end of the text: the server reports it, the tree stays whole. */
static bool scan_block_comment(TSLexer *lexer) {
  lexer->advance(lexer, false);
  if (lexer->lookahead != '*') return false;
  lexer->advance(lexer, false);
  unsigned depth = 1;
  while (depth > 0 && !lexer->eof(lexer)) {
    int32_t c = lexer->lookahead;
    lexer->advance(lexer, false);
    if (c == '*' && lexer->lookahead == '/') {
      lexer->advance(lexer, false);
      depth--;
    } else if (c == '/' && lexer->lookahead == '*') {
      lexer->advance(lexer, false);
      depth++;
    }
  }
  lexer->result_symbol = BLOCK_COMMENT;
  return true;
}

/** `@` followed by the start of a name is an attribute; by anything else, it announces a version. */
static bool scan_version_at(TSLexer *lexer) {
  lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  while (is_space(lexer->lookahead)) lexer->advance(lexer, false);
  int32_t c = lexer->lookahead;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '_' || c > 0x7F) return false;
  lexer->result_symbol = VERSION_AT;
  return true;
}

void *tree_sitter_wit_external_scanner_create(void) { return 0; }

void tree_sitter_wit_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_wit_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}

void tree_sitter_wit_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

bool tree_sitter_wit_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  (void)payload;
  while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
  if (lexer->lookahead == '/' && valid_symbols[BLOCK_COMMENT]) return scan_block_comment(lexer);
  if (lexer->lookahead == '@' && valid_symbols[VERSION_AT]) return scan_version_at(lexer);
  return false;
}
