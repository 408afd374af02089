// Bools as a box to tick, flags as several, and choices between cases as a menu with the case's value below.
import { type FormValue, initialCase } from "../../form/value.ts";
import { type Case, casesOf, typeText, type WitType } from "../../wave/wit-type.ts";
import { freshId, h } from "./dom.ts";
import { type Editor, editorFor, type FormContext, problemsAt } from "./editor.ts";
import { problemLine } from "./problem-line.ts";

export function switchEditor(context: FormContext, value: FormValue, labels: string): Editor {
  const id = freshId();
  const control = h("input", { type: "checkbox", "aria-labelledby": labels, id, change: () => update() });
  const word = h("label", { for: id, class: "plain" });
  const update = (): void => {
    word.textContent = String(control.checked);
    context.changed();
  };
  control.checked = value.kind === "choice" && value.name === "true";
  word.textContent = String(control.checked);
  return {
    element: h("div", { class: "switch" }, control, word),
    value: () => ({ kind: "choice", name: String(control.checked) }),
    show: () => {},
    focus: () => control.focus(),
  };
}

export function flagEditor(
  context: FormContext,
  type: Extract<WitType, { kind: "flags" }>,
  value: FormValue,
  labels: string,
): Editor {
  const set = value.kind === "flags" ? value.names : [];
  const boxes = type.names.map(name => {
    const box = h("input", { type: "checkbox", change: () => context.changed() });
    box.checked = set.includes(name);
    return { name, box };
  });
  const rows = boxes.map(({ name, box }) => h("label", { class: "plain" }, box, name));
  return {
    element: h("div", { class: "flags", role: "group", "aria-labelledby": labels }, ...rows),
    value: () => ({ kind: "flags", names: boxes.filter(({ box }) => box.checked).map(({ name }) => name) }),
    show: () => {},
    focus: () => boxes[0]?.box.focus(),
  };
}

export function choiceEditor(context: FormContext, type: WitType, value: FormValue, labels: string): Editor {
  const cases = casesOf(type) ?? [];
  const menu = h("select", { "aria-labelledby": labels }, ...cases.map(option));
  const place = h("div", { class: "payload" });
  const problem = problemLine(menu);
  // What was typed for a case is there again when it is chosen again.
  const editors = new Map<string, Editor | undefined>();
  const start = value.kind === "choice" ? value : undefined;
  const open = (name: string, held: FormValue): void => {
    if (!editors.has(name)) editors.set(name, payloadEditor(context, cases, name, held, menu, labels));
    const editor = editors.get(name);
    place.replaceChildren(...(editor === undefined ? [] : [editor.element]));
    place.hidden = editor === undefined;
    menu.title = cases.find(item => item.name === name)?.docs ?? "";
  };
  menu.addEventListener("change", () => {
    open(menu.value, initialCase(menu.value, cases.find(({ name }) => name === menu.value)?.type));
    context.changed();
  });
  menu.value = start?.name ?? "";
  if (start !== undefined) open(start.name, start);
  const payload = (): Editor | undefined => editors.get(menu.value);
  return {
    element: h("div", { class: "choice" }, menu, problem.element, place),
    value: () => {
      const held = payload()?.value();
      return { kind: "choice", name: menu.value, ...(held === undefined ? {} : { payload: held }) };
    },
    show: (problems, all) => {
      problem.say(problems);
      payload()?.show(problemsAt(problems, 0), all);
    },
    focus: path => (path.length === 0 ? menu.focus() : payload()?.focus(path.slice(1))),
  };
}

function option({ name, type }: Case): HTMLOptionElement {
  return h("option", { value: name }, type === undefined ? name : `${name} (${shortened(typeText(type))})`);
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function payloadEditor(
  context: FormContext,
  cases: readonly Case[],
  name: string,
  held: FormValue,
  menu: HTMLElement,
  labels: string,
): Editor | undefined {
  const type = cases.find(item => item.name === name)?.type;
  if (type === undefined || held.kind !== "choice" || held.payload === undefined) return undefined;
  menu.id ||= freshId();
  return editorFor(context, type, held.payload, `${labels} ${menu.id}`);
}
