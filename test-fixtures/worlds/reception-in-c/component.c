// A reception desk in C. What a function is handed is its own, to free or to keep; what it gives is the caller's.
#include "greeter.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef exports_demo_reception_greetings_person_t person;
typedef exports_demo_reception_greetings_list_person_t people;
typedef exports_demo_reception_greetings_occasion_t occasion;
typedef exports_demo_reception_greetings_guest_book_t guest_book;

// The arguments of `%.*s`.
#define TEXT(string) (int)(string).len, (const char *)(string).ptr

static void copy(greeter_string_t *to, greeter_string_t from) {
    greeter_string_dup_n(to, (const char *)from.ptr, from.len);
}

// A string that is made by printing. It stays where it is while it is printed to.
typedef struct {
    FILE *out;
    char *ptr;
    size_t len;
} printed;

static void begin(printed *text) {
    text->out = open_memstream(&text->ptr, &text->len);
}

static void end(printed *text, greeter_string_t *ret) {
    fclose(text->out);
    *ret = (greeter_string_t){.ptr = (uint8_t *)text->ptr, .len = text->len};
}

void exports_greeter_greet(greeter_string_t *name, greeter_string_t *ret) {
    printed greeting;
    begin(&greeting);
    fprintf(greeting.out, "Hello, %.*s!", TEXT(*name));
    end(&greeting, ret);
    greeter_string_free(name);
}

static const char *const GREETINGS[][2] = {
    [EXPORTS_DEMO_RECEPTION_GREETINGS_TONE_FRIENDLY] = {"How nice to see you, ", "!"},
    [EXPORTS_DEMO_RECEPTION_GREETINGS_TONE_FORMAL] = {"Good day, ", "."},
    [EXPORTS_DEMO_RECEPTION_GREETINGS_TONE_TERSE] = {"Hi ", "."},
};

static void print_occasion(FILE *out, const occasion *why) {
    switch (why->tag) {
    case EXPORTS_DEMO_RECEPTION_GREETINGS_OCCASION_BIRTHDAY:
        fprintf(out, " Happy birthday: %lu years!", (unsigned long)why->val.birthday);
        break;
    case EXPORTS_DEMO_RECEPTION_GREETINGS_OCCASION_FAREWELL:
        fprintf(out, " Have a good trip to %.*s.", TEXT(why->val.farewell));
        break;
    }
}

static const struct {
    exports_demo_reception_greetings_manners_t flag;
    const char *what;
} MANNERS[] = {
    {EXPORTS_DEMO_RECEPTION_GREETINGS_MANNERS_BOW, "bows"},
    {EXPORTS_DEMO_RECEPTION_GREETINGS_MANNERS_WAVE, "waves"},
    {EXPORTS_DEMO_RECEPTION_GREETINGS_MANNERS_SHAKE_HANDS, "shakes hands"},
};

static void print_gestures(FILE *out, exports_demo_reception_greetings_manners_t how) {
    const char *before = " (";
    for (size_t i = 0; i < sizeof MANNERS / sizeof *MANNERS; i++) {
        if ((how & MANNERS[i].flag) == 0) continue;
        fprintf(out, "%s%s", before, MANNERS[i].what);
        before = ", ";
    }
    if (how != 0) fputc(')', out);
}

void exports_demo_reception_greetings_welcome(
    person *who,
    occasion *why,
    exports_demo_reception_greetings_tone_t tone,
    exports_demo_reception_greetings_manners_t how,
    greeter_string_t *ret
) {
    printed greeting;
    begin(&greeting);
    FILE *out = greeting.out;
    fputs(GREETINGS[tone][0], out);
    if (who->title.is_some) fprintf(out, "%.*s ", TEXT(who->title.val));
    fprintf(out, "%.*s%s", TEXT(who->name), GREETINGS[tone][1]);
    print_occasion(out, why);
    print_gestures(out, how);
    end(&greeting, ret);
    exports_demo_reception_greetings_person_free(who);
    exports_demo_reception_greetings_occasion_free(why);
}

// Gives false where it fails, with the reason in `err`.
bool exports_demo_reception_greetings_welcome_all(people *guests, greeter_list_string_t *ret, greeter_string_t *err) {
    if (guests->len == 0) {
        greeter_string_dup(err, "there is nobody to greet");
        return false;
    }
    ret->len = guests->len;
    ret->ptr = malloc(ret->len * sizeof *ret->ptr);
    for (size_t i = 0; i < ret->len; i++) {
        greeter_string_t name;
        copy(&name, guests->ptr[i].name);
        exports_greeter_greet(&name, &ret->ptr[i]);
    }
    exports_demo_reception_greetings_list_person_free(guests);
    return true;
}

// What the resource holds.
struct exports_demo_reception_greetings_guest_book_t {
    greeter_string_t owner;
    people list;
};

static void append(people *list, person guest) {
    list->ptr = realloc(list->ptr, (list->len + 1) * sizeof *list->ptr);
    list->ptr[list->len++] = guest;
}

static void append_copies(people *list, const people *from) {
    for (size_t i = 0; i < from->len; i++) {
        person guest = from->ptr[i];
        copy(&guest.name, from->ptr[i].name);
        if (guest.title.is_some) copy(&guest.title.val, from->ptr[i].title.val);
        append(list, guest);
    }
}

exports_demo_reception_greetings_own_guest_book_t
exports_demo_reception_greetings_constructor_guest_book(greeter_string_t *owner) {
    guest_book *book = calloc(1, sizeof *book);
    book->owner = *owner;
    return exports_demo_reception_greetings_guest_book_new(book);
}

// Called when nobody outside has the resource any more.
void exports_demo_reception_greetings_guest_book_destructor(guest_book *book) {
    greeter_string_free(&book->owner);
    exports_demo_reception_greetings_list_person_free(&book->list);
    free(book);
}

uint32_t exports_demo_reception_greetings_method_guest_book_sign(guest_book *self, person *guest) {
    append(&self->list, *guest);
    return self->list.len;
}

void exports_demo_reception_greetings_method_guest_book_guests(guest_book *self, people *ret) {
    *ret = (people){0};
    append_copies(ret, &self->list);
}

exports_demo_reception_greetings_own_guest_book_t exports_demo_reception_greetings_static_guest_book_merge(
    exports_demo_reception_greetings_own_guest_book_t a,
    guest_book *b
) {
    append_copies(&exports_demo_reception_greetings_guest_book_rep(a)->list, &b->list);
    return a;
}
