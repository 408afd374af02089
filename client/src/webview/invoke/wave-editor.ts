// The values as WAVE text: the mistake is underlined and said with its place, and what can stand at the cursor is offered.

import { type WaveOffer, waveOffers } from "../../wave/complete.ts";
import type { Reading } from "../../wave/cursor.ts";
import { placeText, type WaveMistake, waveMistake } from "../../wave/diagnose.ts";
import type { HandleType, Named } from "../../wave/wit-type.ts";
import { freshId, h } from "./dom.ts";
import { offerList } from "./offer-list.ts";
import { problemLine } from "./problem-line.ts";

export interface WaveContext {
  changed(): void;
  readonly handle: NonNullable<Reading["handle"]>;
  names(type: HandleType): readonly string[];
}

export interface WaveEditor {
  readonly element: HTMLElement;
  text(): string;
  mistake(): WaveMistake | undefined;
  /** Shows the mistake there is; one at the end of the text, which may be half typed, only when it is `wanted`. */
  show(wanted: boolean): void;
  focus(offset?: number): void;
}

/** Without parameters' types only brackets and quotes are checked. */
export function waveEditor(context: WaveContext, params: readonly Named[] | undefined, start: string): WaveEditor {
  const id = freshId();
  const box = h("textarea", {
    id,
    spellcheck: "false",
    rows: "2",
    "aria-label": "Values in WAVE, separated by commas",
  });
  const marks = h("div", { class: "marks", "aria-hidden": "true" });
  const problem = problemLine(box);
  const mistake = (): WaveMistake | undefined => waveMistake(box.value, params, context.handle);
  box.value = start;
  const show = (wanted: boolean): void => {
    const found = mistake();
    const seen = found !== undefined && (wanted || found.start < box.value.trimEnd().length) ? found : undefined;
    mark(marks, box.value, seen);
    problem.say(
      seen === undefined ? [] : [{ path: [], message: `${placeText(box.value, seen.start)}: ${seen.message}` }],
    );
  };
  const change = (): void => {
    box.rows = Math.min(16, Math.max(2, box.value.split("\n").length));
    context.changed();
  };
  const offers = offerList(
    box,
    asked => (params === undefined ? noOffers : offersAt(box, params, context, asked)),
    change,
  );
  box.addEventListener("input", change);
  box.addEventListener("scroll", () => {
    marks.scrollTop = box.scrollTop;
  });
  const field = h("div", { class: "wave" }, marks, box, offers);
  const hint = h(
    "p",
    { class: "hint" },
    'For example 42, "text", [1, 2], {field: 1}, some(1), case(2). Ctrl+Space offers what can stand here.',
  );
  return {
    element: h("div", {}, field, problem.element, hint),
    text: () => box.value,
    mistake,
    show,
    focus: offset => {
      box.focus();
      if (offset !== undefined) box.setSelectionRange(offset, offset);
    },
  };
}

const noOffers = { from: 0, offers: [] as readonly WaveOffer[] };

/** While typing, offers come for a word that has begun; others when they are asked for. */
function offersAt(box: HTMLTextAreaElement, params: readonly Named[], context: WaveContext, asked: boolean) {
  const { from, offers } = waveOffers(box.value, box.selectionStart, params, type => context.names(type));
  const typed = box.value.slice(from, box.selectionStart);
  const isDone = offers.length === 1 && offers[0]?.insert === typed;
  return { from, offers: asked || (typed !== "" && !isDone) ? offers : [] };
}

/** Underlines the mistake in a copy of the text that lies behind the box. */
function mark(marks: HTMLElement, text: string, mistake: WaveMistake | undefined): void {
  if (mistake === undefined) {
    marks.replaceChildren();
    return;
  }
  const { start, end } = mistake;
  // At the end of the text there is nothing to underline but the space behind it.
  const wrong = h("span", { class: "wrong" }, text.slice(start, end) || " ");
  marks.replaceChildren(text.slice(0, start), wrong, text.slice(Math.max(end, start)));
}
