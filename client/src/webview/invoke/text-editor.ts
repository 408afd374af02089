// Numbers and characters in a line, strings in a box that grows with its lines.
import type { FormValue } from "../../form/value.ts";
import { type IntegerKind, integerRange, type WitType } from "../../wave/wit-type.ts";
import { h } from "./dom.ts";
import type { Editor, FormContext } from "./editor.ts";
import { problemLine } from "./problem-line.ts";

export function textEditor(context: FormContext, type: WitType, value: FormValue, labels: string): Editor {
  const control = type.kind === "string" ? box(labels) : line(type, labels);
  control.value = value.kind === "text" ? value.text : "";
  let touched = false;
  const grow = (): void => {
    if (control instanceof HTMLTextAreaElement) control.rows = Math.min(12, control.value.split("\n").length);
  };
  const change = (): void => {
    touched = true;
    grow();
    context.changed();
  };
  control.addEventListener("input", change);
  grow();
  const problem = problemLine(control);
  return {
    element: h("div", { class: "text" }, control, problem.element),
    value: () => ({ kind: "text", text: control.value }),
    show: (problems, all) => problem.say(all || touched ? problems : []),
    focus: () => control.focus(),
  };
}

function box(labels: string): HTMLTextAreaElement {
  return h("textarea", { "aria-labelledby": labels, spellcheck: "false", rows: "1" });
}

function line({ kind }: WitType, labels: string): HTMLInputElement {
  const isFloat = kind === "f32" || kind === "f64";
  return h("input", {
    type: "text",
    "aria-labelledby": labels,
    spellcheck: "false",
    autocomplete: "off",
    class: kind === "char" ? "char" : "number",
    inputmode: kind === "char" ? "text" : isFloat ? "decimal" : "numeric",
    title: isFloat || kind === "char" ? undefined : range(kind as IntegerKind),
  });
}

function range(kind: IntegerKind): string {
  const [low, high] = integerRange(kind);
  return `${low} to ${high}`;
}
