// Records and tuples: a row for each field or element; also the row of a parameter.
import { type FormValue, initialValue } from "../../form/value.ts";
import { type Named, typeText, type WitType } from "../../wave/wit-type.ts";
import { freshId, h, prose } from "./dom.ts";
import { type Editor, editorFor, type FormContext, problemsAt } from "./editor.ts";

export function groupEditor(
  context: FormContext,
  type: Extract<WitType, { kind: "record" | "tuple" }>,
  value: FormValue,
  labels: string,
): Editor {
  const fields: readonly Named[] =
    type.kind === "record"
      ? type.fields
      : type.elements.map((element, index) => ({ name: String(index), type: element }));
  const editor = rows(context, fields, value.kind === "items" ? value.items : [], "group");
  editor.element.setAttribute("role", "group");
  editor.element.setAttribute("aria-labelledby", labels);
  return editor;
}

/** An editor of several named values, whose value is the items of all. */
export function rows(
  context: FormContext,
  fields: readonly Named[],
  values: readonly FormValue[],
  className: string,
): Editor {
  const editors = fields.map((field, index) => row(context, field, values[index] ?? initialValue(field.type)));
  return {
    element: h("div", { class: className }, ...editors.map(({ element }) => element)),
    value: () => ({ kind: "items", items: editors.map(({ editor }) => editor.value()) }),
    show: (problems, all) => {
      for (const [index, { editor }] of editors.entries()) editor.show(problemsAt(problems, index), all);
    },
    focus: ([index = 0, ...path]) => editors[index]?.editor.focus(path),
  };
}

interface Row {
  readonly element: HTMLElement;
  readonly editor: Editor;
}

function row(context: FormContext, { name, type, docs }: Named, value: FormValue): Row {
  const id = freshId();
  const editor = editorFor(context, type, value, id);
  const about = docs ?? type.docs;
  const head = h(
    "div",
    { class: "head" },
    h("span", { class: "name", id }, name),
    h("code", { class: "type" }, typeText(type)),
  );
  const said = about === undefined ? undefined : h("div", { class: "docs" }, ...prose(about));
  return { element: h("div", { class: "row" }, head, said, editor.element), editor };
}
