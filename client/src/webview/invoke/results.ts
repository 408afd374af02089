// The calls that were made, the last one first: each with its result, what it printed, how long it took and where it ran.
import type { FunctionForm } from "../../form/function-form.ts";
import { MOST_OUTPUT } from "../../form/output.ts";
import { treeOf } from "../../form/tree.ts";
import { button, h } from "./dom.ts";
import type { CallEnd } from "./messages.ts";
import { resultTree } from "./result-tree.ts";

const KEPT = 50;

export interface ResultActions {
  copy(text: string): void;
  /** Puts the values of an earlier call into the form again. */
  reuse(form: FunctionForm, args: string): void;
}

export class Results {
  readonly element = h("section", { class: "results", "aria-label": "Results", "aria-live": "polite", hidden: true });
  private readonly list = h("div");
  private readonly cards = new Map<number, Card>();
  private readonly actions: ResultActions;

  constructor(actions: ResultActions) {
    this.actions = actions;
    const clear = button("Clear", () => this.clear(), { class: "secondary" });
    this.element.append(h("div", { class: "bar" }, h("h2", {}, "Results"), clear), this.list);
  }

  begin(id: number, form: FunctionForm, args: string): void {
    const card = new Card(form, args, this.actions);
    this.cards.set(id, card);
    this.list.prepend(card.element);
    this.element.hidden = false;
    for (const old of [...this.list.children].slice(KEPT)) old.remove();
  }

  output(id: number, text: string): void {
    this.cards.get(id)?.print(text);
  }

  end(end: CallEnd): void {
    this.cards.get(end.id)?.end(end);
  }

  private clear(): void {
    this.list.replaceChildren();
    this.element.hidden = true;
  }
}

class Card {
  readonly element: HTMLElement;
  private readonly form: FunctionForm;
  private readonly actions: ResultActions;
  private readonly call: string;
  private readonly facts = h("span", { class: "facts" }, "running…");
  private readonly body = h("div", { class: "body" });
  private readonly buttons = h("div", { class: "buttons" });
  private readonly printed = h("pre", { class: "printed" });
  private readonly output: HTMLElement;

  constructor(form: FunctionForm, args: string, actions: ResultActions) {
    this.form = form;
    this.actions = actions;
    this.call = `${form.title}(${args})`;
    this.output = h("div", { hidden: true }, h("div", { class: "caption" }, "Output"), this.printed);
    const head = h("div", { class: "bar" }, h("code", { class: "call", title: this.call }, this.call), this.facts);
    this.element = h("article", { class: "card" }, head, this.body, this.output, this.buttons);
    this.buttons.append(button("Use again", () => actions.reuse(form, args), { class: "secondary" }));
  }

  print(text: string): void {
    const room = MOST_OUTPUT - this.printed.textContent.length;
    if (room <= 0) return;
    const more = text.length > room ? '\n… the output "WIT Run" has more' : "";
    this.printed.append(text.slice(0, room) + more);
    this.output.hidden = false;
  }

  end({ outcome, ms, runtime }: CallEnd): void {
    this.facts.textContent = `${duration(ms)} · ${runtime}`;
    if (outcome.kind === "failure") {
      this.element.classList.add("failed");
      this.body.append(h("div", { class: "failure" }, outcome.message));
    } else if (outcome.result === undefined) {
      this.body.append(h("div", { class: "nothing" }, "Done. The function has no result."));
    } else this.value(outcome.result);
  }

  private value(result: string): void {
    const type = this.form.type?.result;
    const tree = type && treeOf(result, type);
    if (tree?.isError === true) {
      this.element.classList.add("failed");
      this.body.append(h("div", { class: "caption" }, "The function returned an error"));
    }
    this.body.append(tree === undefined ? h("pre", { class: "value" }, result) : resultTree(tree));
    this.buttons.prepend(
      button("Copy Result", () => this.actions.copy(result), {
        class: "secondary",
        title: "Copies the result as WAVE",
      }),
      button("Copy Call", () => this.actions.copy(this.call), { class: "secondary" }),
    );
  }
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
