/**
 * What a regular lexer cannot cut: block comments, which nest; the `@` before a version, which without semicolons
 * would look like the start of the next member's attribute; and the empty tokens that stand for parts not written
 * yet. An empty token is given only where no valid text can go on, so valid text never has one. Stateless.
 */

#include "tree_sitter/parser.h"

/** In the order of `externals` in grammar.js. */
enum TokenType {
  BLOCK_COMMENT,
  VERSION_AT,
  NEVER,
  NO_NAME,
  NO_TYPE,
  NO_PART,
  NO_MARK,
  NO_FUNC_COLON,
  NO_FUNC,
  NO_VERSION,
  NO_LABEL_TARGET,
  NO_PATH_END,
  NO_SECOND,
  NO_ANGLE_END,
  NO_PARAMS_END,
  NO_PAREN_END,
  NO_LIST_END,
  NO_RESOURCE_END,
  NO_BODY_END,
  NO_COMMA,
  NO_ITEM,
};

/** The longest keyword is `error-context`. */
enum { WORD_SIZE = 16 };

/** What comes after the white space. Words are read only when somebody asks. */
typedef struct {
  TSLexer *lexer;
  const bool *valid;
  /** The next character, 0 at the end of the text. */
  int32_t next;
  bool on_later_line;
  char word[WORD_SIZE];
  /** The first character after the word and the white space behind it. */
  int32_t after_word;
  /** The word after the colon, where there is one. */
  char label_target[WORD_SIZE];
} Scan;

static bool is_space(int32_t c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v' || c == 0xFEFF;
}

static bool starts_word(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '_' || c > 0x7F;
}

static bool continues_word(int32_t c) { return starts_word(c) || c == '-' || (c >= '0' && c <= '9'); }

static void skip_space(TSLexer *lexer) {
  while (is_space(lexer->lookahead)) lexer->advance(lexer, false);
}

/** Of a word too long for a keyword only the start is kept, which is none either. */
static void copy_word(TSLexer *lexer, char *word) {
  unsigned length = 0;
  for (; continues_word(lexer->lookahead); lexer->advance(lexer, false)) {
    if (length < WORD_SIZE - 1) word[length++] = lexer->lookahead < 0x80 ? (char)lexer->lookahead : '?';
  }
  word[length] = 0;
}

/** Reads the word that comes next, once. Only to be called where `next` starts one. */
static void read_word(Scan *s) {
  if (s->word[0] != 0) return;
  copy_word(s->lexer, s->word);
  skip_space(s->lexer);
  s->after_word = s->lexer->lookahead;
  if (s->after_word != ':') return;
  s->lexer->advance(s->lexer, false);
  skip_space(s->lexer);
  copy_word(s->lexer, s->label_target);
}

/** Whether `word` is in `words`, which has a space after each. */
static bool is_in(const char *word, const char *words) {
  while (*words) {
    const char *letter = word;
    while (*letter && *letter == *words) letter++, words++;
    if (!*letter && *words == ' ') return letter != word;
    while (*words++ != ' ') {
    }
  }
  return false;
}

/** Whether the next word is in `words`. */
static bool word_is_in(Scan *s, const char *words) {
  if (!starts_word(s->next)) return false;
  read_word(s);
  return is_in(s->word, words);
}

static const char *const ITEM_WORDS =
    "package interface world use import export include type record variant enum flags resource ";
static const char *const TYPE_WORDS =
    "u8 u16 u32 u64 s8 s16 s32 s64 f32 f64 char bool string error-context list map option result tuple stream future "
    "own borrow _ ";
static const char *const FUNC_WORDS = "func async static ";
static const char *const OTHER_WORDS = "func async static constructor as from with ";

static bool is_other_keyword(Scan *s) { return word_is_in(s, ITEM_WORDS) || word_is_in(s, OTHER_WORDS); }

/** `record foo`, but not the `record` of `record: u32`, which is a name that ought to be `%record`. */
static bool starts_item(Scan *s) { return word_is_in(s, ITEM_WORDS) && starts_word(s->after_word); }

/** `foo:` on a line of its own: most likely the next function or field. */
static bool starts_labelled_line(Scan *s) {
  if (!s->on_later_line || !starts_word(s->next)) return false;
  read_word(s);
  return s->after_word == ':';
}

static bool starts_attribute_line(const Scan *s) { return s->on_later_line && s->next == '@'; }

static bool starts_next_item(Scan *s) {
  return starts_attribute_line(s) || starts_item(s) || starts_labelled_line(s);
}

/** `foo: func` on a line of its own: neither a field nor a parameter. */
static bool starts_func_line(Scan *s) { return starts_labelled_line(s) && is_in(s->label_target, FUNC_WORDS); }

/** `func`, `async`, `static`, or an accessor. */
static bool starts_func(Scan *s) {
  return word_is_in(s, FUNC_WORDS) || (word_is_in(s, "get set ") && s->after_word == '(');
}

/** `a: b: u32`, where `b` can't be the type. */
static bool before_type(Scan *s) {
  if (!starts_word(s->next)) return starts_attribute_line(s);
  return is_other_keyword(s) || s->after_word == ':';
}

static bool before_name(Scan *s) {
  if (!starts_word(s->next)) return starts_attribute_line(s);
  return is_other_keyword(s) || word_is_in(s, TYPE_WORDS);
}

/** In a place where only a punctuation mark or a function can come. */
static bool before_part(Scan *s) {
  return starts_next_item(s) || (s->on_later_line && starts_word(s->next) && !starts_func(s));
}

/** `a u32` without a colon, `use a.b` without braces, `f: u32` without a function, `f: func() u32` without an arrow. */
static bool before_mark(Scan *s) {
  if (s->on_later_line || !starts_word(s->next) || starts_func(s) || starts_item(s)) return false;
  return s->after_word != ':';
}

static bool before_func_colon(Scan *s) { return !s->on_later_line && starts_func(s); }

static bool before_version(Scan *s) { return s->on_later_line && (starts_word(s->next) || s->next == '@'); }

static bool before_label_target(Scan *s) {
  return starts_attribute_line(s) || (starts_item(s) && !word_is_in(s, "interface "));
}

/** A name on the next line may well be the next parameter's, unless it is a function's. */
static bool before_params_end(Scan *s) {
  return starts_attribute_line(s) || starts_item(s) || starts_func_line(s);
}

static bool before_paren_end(Scan *s) {
  return starts_next_item(s) || (s->on_later_line && starts_word(s->next));
}

static bool before_list_end(Scan *s) { return (s->on_later_line && starts_item(s)) || starts_func_line(s); }

static bool before_resource_end(Scan *s) { return s->on_later_line && starts_item(s); }

static bool before_comma(Scan *s) { return starts_word(s->next) && !word_is_in(s, "as "); }

static bool never(Scan *s) {
  (void)s;
  return false;
}

/** When a part is missing: before one of the characters `marks`, at the end of the text, or where `before` says so. */
typedef struct {
  enum TokenType type;
  bool at_end;
  const char *marks;
  bool (*before)(Scan *s);
} MissingPart;

/** Parts inside before the ends around them: `list<` at the end of the text lacks its element first. */
static const MissingPart MISSING_PARTS[] = {
    {NO_NAME, true, "};,)>{.=", before_name},
    {NO_TYPE, true, "};,)>=", before_type},
    {NO_PART, true, "};,)>.", before_part},
    {NO_MARK, false, "", before_mark},
    {NO_FUNC_COLON, false, "", before_func_colon},
    {NO_FUNC, false, "(", never},
    {NO_VERSION, true, "};,)>.{", before_version},
    {NO_LABEL_TARGET, true, "};,)>", before_label_target},
    {NO_PATH_END, true, "};,)>.@{", starts_next_item},
    {NO_SECOND, true, "};)>={", starts_next_item},
    {NO_ANGLE_END, true, "};)={", starts_next_item},
    {NO_PARAMS_END, true, "};-{=", before_params_end},
    {NO_PAREN_END, true, "};,{", before_paren_end},
    {NO_LIST_END, true, ";)", before_list_end},
    {NO_RESOURCE_END, true, "", before_resource_end},
    {NO_BODY_END, true, "", never},
    {NO_COMMA, false, "@", before_comma},
    {NO_ITEM, true, "};)", never},
};

static bool is_missing(const MissingPart *part, Scan *s) {
  if (s->next == 0) return part->at_end;
  for (const char *mark = part->marks; *mark; mark++) {
    if (s->next == *mark) return true;
  }
  return part->before(s);
}

static bool scan_missing_part(Scan *s) {
  for (unsigned i = 0; i < sizeof MISSING_PARTS / sizeof *MISSING_PARTS; i++) {
    const MissingPart *part = &MISSING_PARTS[i];
    if (!s->valid[part->type] || !is_missing(part, s)) continue;
    s->lexer->result_symbol = part->type;
    return true;
  }
  return false;
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
  lexer->mark_end(lexer);
  lexer->result_symbol = BLOCK_COMMENT;
  return true;
}

/** `@` followed by the start of a name is an attribute; by anything else, it announces a version. */
static bool scan_version_at(TSLexer *lexer) {
  lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  skip_space(lexer);
  if (starts_word(lexer->lookahead)) return false;
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
  // Empty tokens stand right behind the token before.
  lexer->mark_end(lexer);
  bool on_later_line = false;
  while (is_space(lexer->lookahead)) {
    if (lexer->lookahead == '\n') on_later_line = true;
    lexer->advance(lexer, true);
  }
  if (lexer->lookahead == '/') return scan_block_comment(lexer);
  if (lexer->lookahead == '@' && valid_symbols[VERSION_AT]) return scan_version_at(lexer);
  // Where everything is valid, tree-sitter is looking for a way out of an error.
  if (valid_symbols[NEVER]) return false;
  Scan s = {lexer, valid_symbols, lexer->eof(lexer) ? 0 : lexer->lookahead, on_later_line, {0}, 0, {0}};
  return scan_missing_part(&s);
}
