// The top of the form: which function of which component, where it runs, its signature and documentation.
import type { FunctionForm } from "../../form/function-form.ts";
import { h, prose } from "./dom.ts";
import type { RuntimeChoice, RuntimeOffer, ToView } from "./messages.ts";

export interface HeaderActions {
  choose(key: string): void;
  /** Another runtime was chosen. */
  runtime(): void;
}

type Shown = Extract<ToView, { kind: "show" }>;

const WHERE: Readonly<Record<RuntimeChoice, string>> = {
  wasmtime: "Each call gets an instance of its own.",
  embedded: "All calls go to one instance, which goes on running.",
};

export class Header {
  readonly element: HTMLElement;
  private readonly functions: HTMLSelectElement;
  private readonly runtimes: HTMLSelectElement;
  private readonly component = h("span", { class: "component" });
  private readonly signature = h("code", { class: "signature" });
  private readonly docs = h("p", { class: "docs" });
  private readonly note = h("p", { class: "hint" });
  private offers: readonly RuntimeOffer[] = [];
  private reasons: readonly string[] = [];
  private form: FunctionForm | undefined;
  /** What a person chose, also while a function is shown that can't run there. */
  private wish: RuntimeChoice | undefined;

  constructor(actions: HeaderActions) {
    this.functions = h("select", { id: "function", change: () => actions.choose(this.functions.value) });
    this.runtimes = h("select", {
      id: "runtime",
      change: () => {
        this.wish = this.runtimes.value as RuntimeChoice;
        this.explain();
        actions.runtime();
      },
    });
    const menus = h(
      "div",
      { class: "menus" },
      h("label", { for: "function" }, "Function", this.functions),
      h("label", { for: "runtime" }, "Runs in", this.runtimes),
    );
    this.element = h("header", {}, this.component, menus, this.note, this.signature, this.docs);
  }

  show({ functions, runtimes, missing, label, component }: Shown, wish: RuntimeChoice | undefined): void {
    this.component.textContent = label;
    this.component.title = component;
    this.offers = runtimes;
    this.reasons = missing;
    this.wish ??= wish;
    const groups = new Map<string, FunctionForm[]>();
    for (const form of functions) {
      const group = form.instance ?? "The world's own";
      groups.set(group, [...(groups.get(group) ?? []), form]);
    }
    this.functions.replaceChildren(
      ...[...groups].map(([label, forms]) => h("optgroup", { label }, ...forms.map(functionOption))),
    );
  }

  choose(form: FunctionForm): void {
    this.form = form;
    this.functions.value = form.key;
    this.signature.textContent = form.signature;
    this.docs.replaceChildren(...prose(form.docs));
    this.docs.hidden = form.docs === "";
    const able = this.able();
    this.runtimes.replaceChildren(...able.map(({ id, title }) => h("option", { value: id }, title)));
    this.runtimes.disabled = able.length < 2;
    this.runtimes.value = able.find(({ id }) => id === this.wish)?.id ?? able[0]?.id ?? "";
    this.explain();
  }

  runtime(): RuntimeChoice | undefined {
    return this.able().find(({ id }) => id === this.runtimes.value)?.id;
  }

  /** What a person has chosen, if anything. */
  chosenRuntime(): RuntimeChoice | undefined {
    return this.wish;
  }

  /** Why the function can run nowhere. */
  missing(): string | undefined {
    return this.able().length > 0 ? undefined : this.reasons.join(" ") || "Nothing here can run this function.";
  }

  private able(): readonly RuntimeOffer[] {
    return this.offers.filter(({ id }) => id === "embedded" || this.form?.needsInstance !== true);
  }

  private explain(): void {
    const id = this.runtime();
    const resources = "Resources live in an instance that goes on running; Wasmtime's command line has none.";
    if (id === undefined) this.note.textContent = "";
    else this.note.textContent = this.form?.needsInstance === true ? resources : WHERE[id];
  }
}

function functionOption({ key, title, refused }: FunctionForm): HTMLOptionElement {
  return h("option", { value: key, title: refused }, title);
}
