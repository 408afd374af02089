// Offers what can stand at a place of the values that a person types: cases, fields, flags, handles, and the brackets of a type.
import type { Expected } from "./cursor.ts";
import { label } from "./print.ts";
import { readArguments } from "./read.ts";
import { tokenize, WaveError } from "./tokens.ts";
import { casesOf, type HandleType, type Named, typeText, type WitType } from "./wit-type.ts";

export interface WaveOffer {
  readonly label: string;
  /** What it is, in WIT. */
  readonly detail: string;
  readonly insert: string;
  /** Where the cursor is put, in UTF-16 units from the start of `insert`. */
  readonly caret: number;
}

export interface WaveOffers {
  /** Where the word begins that an offer takes the place of; it ends at the cursor. */
  readonly from: number;
  readonly offers: readonly WaveOffer[];
}

/** `handles` gives the names of resources that fit a type. Total: none where nothing is known. */
export function waveOffers(
  text: string,
  offset: number,
  params: readonly Named[],
  handles: (type: HandleType) => readonly string[] = () => [],
): WaveOffers {
  const head = text.slice(0, offset);
  const from = offset - (/%?[A-Za-z][\w#-]*$/.exec(head)?.[0].length ?? 0);
  const word = head.slice(from).replace(/^%/, "").toLowerCase();
  const found = expectedAfter(head.slice(0, from), params).flatMap(what => offersFor(what, handles));
  const offers = found.filter(
    (offer, index) =>
      offer.label.toLowerCase().startsWith(word) && found.findIndex(other => other.label === offer.label) === index,
  );
  return { from, offers };
}

function expectedAfter(text: string, params: readonly Named[]): readonly Expected[] {
  const found: Expected[] = [];
  try {
    if (endsInComment(text)) return [];
    readArguments(text, params, { handle: name => name, expected: what => found.push(what) });
  } catch (error) {
    if (!(error instanceof WaveError)) throw error;
  }
  return found;
}

function endsInComment(text: string): boolean {
  const last = tokenize(text).at(-2);
  return /\/\/[^\n]*$/.test(text.slice(last === undefined ? 0 : last.at + last.text.length));
}

function offersFor(what: Expected, handles: (type: HandleType) => readonly string[]): readonly WaveOffer[] {
  switch (what.kind) {
    case "field":
      return what.fields.map(({ name, type }) => offer(name, typeText(type), `${label(name)}: `));
    case "flag":
      return what.names.map(name => offer(name, "flag", label(name)));
    case "value":
      // What an option is of may stand without some(…) around it.
      return what.type.kind === "option"
        ? [...valueOffers(what.type, handles), ...offersFor({ kind: "value", type: what.type.element }, handles)]
        : valueOffers(what.type, handles);
  }
}

function valueOffers(type: WitType, handles: (type: HandleType) => readonly string[]): readonly WaveOffer[] {
  const cases = casesOf(type);
  if (cases !== undefined) {
    const isNamed = type.kind === "enum" || type.kind === "variant";
    return cases.map(({ name, type: payload }) => {
      const written = isNamed ? label(name) : name;
      return payload === undefined
        ? offer(name, typeText(type), written)
        : offer(name, typeText(payload), `${written}()`, written.length + 1);
    });
  }
  switch (type.kind) {
    case "record":
      return [recordOffer(type, type.fields)];
    case "list":
    case "map":
      return [offer("[]", typeText(type), "[]", 1)];
    case "tuple":
      return [offer("()", typeText(type), "()", 1)];
    case "flags":
      return [offer("{}", typeText(type), "{}", 1)];
    case "string":
      return [offer('""', "string", '""', 1)];
    case "char":
      return [offer("''", "char", "''", 1)];
    case "f32":
    case "f64":
      return ["nan", "inf", "-inf"].map(word => offer(word, type.kind, word));
    case "handle":
      return handles(type).map(name => offer(name, typeText(type), name));
    default:
      return [];
  }
}

/** A record with the fields that it must have. */
function recordOffer(type: WitType, fields: readonly Named[]): WaveOffer {
  const needed = fields.filter(field => field.type.kind !== "option");
  if (needed.length === 0) return offer("{}", typeText(type), "{:}", 1);
  const [first, ...others] = needed.map(({ name }) => `${label(name)}: `);
  const text = `{${[first, ...others].join(", ")}}`;
  return offer("{}", typeText(type), text, 1 + first!.length);
}

function offer(name: string, detail: string, insert: string, caret = insert.length): WaveOffer {
  return { label: name, detail, insert, caret };
}
