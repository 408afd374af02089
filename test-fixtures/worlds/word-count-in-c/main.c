// Counts lines, words and bytes of the files that its arguments name, or of standard input. It sees only the folders that
// "WIT: Grants for Running Components…" gives it.
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct count {
    unsigned long lines, words, bytes;
};

static struct count count(FILE *file) {
    struct count found = {0};
    bool in_word = false;
    for (int c; (c = getc(file)) != EOF;) {
        found.bytes++;
        if (c == '\n') found.lines++;
        if (!isspace(c) && !in_word) found.words++;
        in_word = !isspace(c);
    }
    return found;
}

static void print(struct count count, const char *name) {
    printf("%7lu %7lu %7lu %s\n", count.lines, count.words, count.bytes, name);
}

static int complain(const char *name) {
    fprintf(stderr, "%s: %s\n", name, strerror(errno));
    return 1;
}

int main(int argc, char **argv) {
    if (argc < 2) print(count(stdin), "-");
    struct count total = {0};
    int failures = 0;
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "r");
        if (file == NULL) {
            failures += complain(argv[i]);
            continue;
        }
        struct count own = count(file);
        if (ferror(file)) failures += complain(argv[i]);
        fclose(file);
        print(own, argv[i]);
        total.lines += own.lines;
        total.words += own.words;
        total.bytes += own.bytes;
    }
    if (argc > 2) print(total, "total");
    return failures > 0;
}
