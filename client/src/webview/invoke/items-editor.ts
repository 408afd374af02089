// Lists and maps: items that are added, removed and moved. Long lists show their first items; the others are kept as they are.
import { type FormValue, initialValue, pairType } from "../../form/value.ts";
import { typeText, type WitType } from "../../wave/wit-type.ts";
import { button, firstControl, freshId, h } from "./dom.ts";
import { type Editor, editorFor, type FormContext, problemsAt } from "./editor.ts";
import { problemLine } from "./problem-line.ts";

const SHOWN = 100;

interface Item {
  /** What it holds as long as it has not been shown. */
  readonly value: FormValue;
  row?: Row;
}

interface Row {
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  readonly editor: Editor;
}

type ItemsType = Extract<WitType, { kind: "list" | "map" }>;

export function itemsEditor(context: FormContext, type: ItemsType, value: FormValue, labels: string): Editor {
  const held = value.kind === "items" ? value.items : [];
  return new Items(context, type, held, labels);
}

class Items implements Editor {
  readonly element: HTMLElement;
  private readonly context: FormContext;
  private readonly type: WitType;
  private readonly labels: string;
  private readonly isFixed: boolean;
  private readonly list = h("ol", { class: "items" });
  private readonly add: HTMLButtonElement;
  private readonly more = button("", () => this.showMore(), { class: "secondary" });
  private readonly problem;
  private items: Item[];
  private shown = SHOWN;

  constructor(context: FormContext, type: ItemsType, held: readonly FormValue[], labels: string) {
    this.context = context;
    this.type = type.kind === "map" ? pairType(type) : type.element;
    this.labels = labels;
    this.isFixed = type.kind === "list" && type.size !== undefined;
    this.items = held.map(value => ({ value }));
    const what = type.kind === "map" ? "Add entry" : `Add ${typeText(this.type)}`;
    this.add = button(what.length > 40 ? "Add item" : what, () => this.append(), { class: "secondary" });
    this.add.hidden = this.isFixed;
    this.problem = problemLine(this.add);
    const buttons = h("div", { class: "buttons" }, this.more, this.add);
    this.element = h("div", { role: "group", "aria-labelledby": labels }, this.list, this.problem.element, buttons);
    this.draw();
  }

  value(): FormValue {
    return { kind: "items", items: this.items.map(({ value, row }) => row?.editor.value() ?? value) };
  }

  show(problems: Parameters<Editor["show"]>[0], all: boolean): void {
    this.problem.say(problems);
    for (const [index, { row }] of this.items.entries()) row?.editor.show(problemsAt(problems, index), all);
  }

  focus([index, ...path]: readonly number[]): void {
    if (index === undefined) {
      this.add.focus();
      return;
    }
    if (index >= this.shown) {
      this.shown = index + 1;
      this.draw();
    }
    this.items[index]?.row?.editor.focus(path);
  }

  private append(): void {
    this.items.push({ value: initialValue(this.type) });
    this.shown = Math.max(this.shown, this.items.length);
    this.redraw();
    const { row } = this.items.at(-1)!;
    if (row !== undefined) (firstControl(row.editor.element) ?? row.element).focus();
  }

  private remove(item: Item): void {
    const index = this.items.indexOf(item);
    this.items.splice(index, 1);
    this.redraw();
    const next = this.items[Math.min(index, this.items.length - 1)]?.row;
    (next?.element.querySelector<HTMLElement>(".remove") ?? this.add).focus();
  }

  private move(item: Item, by: number): void {
    const from = this.items.indexOf(item);
    const to = from + by;
    if (to < 0 || to >= this.items.length) return;
    const focused = document.activeElement;
    this.items.splice(from, 1);
    this.items.splice(to, 0, item);
    this.redraw();
    if (focused instanceof HTMLElement) focused.focus();
  }

  private showMore(): void {
    this.shown += SHOWN;
    this.draw();
  }

  private redraw(): void {
    this.draw();
    this.context.changed();
  }

  private draw(): void {
    const rows = this.items.slice(0, this.shown).map((item, index) => {
      item.row ??= this.row(item);
      item.row.label.textContent = String(index);
      return item.row.element;
    });
    this.list.replaceChildren(...rows);
    const hidden = this.items.length - rows.length;
    this.more.hidden = hidden <= 0;
    this.more.textContent = `Show ${Math.min(hidden, SHOWN)} of ${hidden} more`;
  }

  private row(item: Item): Row {
    const id = freshId();
    const label = h("span", { class: "index", id });
    const editor = editorFor(this.context, this.type, item.value, `${this.labels} ${id}`);
    const row = h("li", { class: "item" }, label, editor.element, this.isFixed ? undefined : this.tools(item, id));
    row.addEventListener("keydown", event => {
      const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (!event.altKey || by === 0 || this.isFixed) return;
      event.preventDefault();
      event.stopPropagation();
      this.move(item, by);
    });
    return { element: row, label, editor };
  }

  private tools(item: Item, id: string): HTMLElement {
    const tool = (sign: string, name: string, act: () => void, className = ""): HTMLButtonElement => {
      const made = button(sign, act, { class: `tool ${className}`, title: name, "aria-label": name });
      made.setAttribute("aria-describedby", `${this.labels} ${id}`);
      return made;
    };
    return h(
      "span",
      { class: "tools" },
      tool("↑", "Move up (Alt+Up)", () => this.move(item, -1)),
      tool("↓", "Move down (Alt+Down)", () => this.move(item, 1)),
      tool("✕", "Remove", () => this.remove(item), "remove"),
    );
  }
}
