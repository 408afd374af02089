// The row with the button that calls, what keeps it from calling, and the values of earlier calls.
import { button, h } from "./dom.ts";
import type { Verdict } from "./values-pane.ts";

export interface CallActions {
  call(): void;
  stop(): void;
  /** Goes to the first problem. */
  showFirst(): void;
  /** Takes the values of an earlier call. */
  recall(text: string): void;
}

export class CallBar {
  readonly element: HTMLElement;
  private readonly start: HTMLButtonElement;
  private readonly stop: HTMLButtonElement;
  private readonly past: HTMLSelectElement;
  private readonly message = h("span", { class: "verdict", role: "status" });
  private readonly actions: CallActions;
  private texts: readonly string[] = [];

  constructor(actions: CallActions) {
    this.actions = actions;
    const keys = /mac/i.test(navigator.platform) ? "⌘Enter" : "Ctrl+Enter";
    this.start = button("Call", () => actions.call(), { class: "primary", title: `Call the function (${keys})` });
    this.stop = button("Stop", () => actions.stop(), { class: "secondary", hidden: true });
    this.past = h("select", { "aria-label": "Values of earlier calls", change: () => this.recall() });
    // Arrows go through the entries as long as the keyboard is there; later the same one can be taken again.
    this.past.addEventListener("blur", () => {
      this.past.value = "";
    });
    this.element = h("div", { class: "actions" }, this.start, this.stop, this.past, this.message);
  }

  running(isRunning: boolean): void {
    this.stop.hidden = !isRunning;
    this.start.setAttribute("aria-disabled", String(isRunning));
  }

  history(texts: readonly string[]): void {
    this.texts = texts;
    const options = texts.map((text, index) => h("option", { value: String(index) }, text));
    this.past.replaceChildren(h("option", { value: "" }, "History"), ...options);
    this.past.hidden = texts.length === 0;
  }

  say(verdict: Verdict | { readonly kind: "blocked"; readonly why: string }): void {
    this.message.classList.toggle("wrong", verdict.kind !== "right");
    switch (verdict.kind) {
      case "right":
        this.message.replaceChildren();
        return;
      case "blocked":
        this.message.textContent = verdict.why;
        return;
      case "wrong": {
        const more = verdict.count > 1 ? ` (and ${verdict.count - 1} more)` : "";
        const link = button(`${verdict.first}${more}`, () => this.actions.showFirst(), { class: "link" });
        // The same message is not announced again with each character.
        if (this.message.textContent !== link.textContent) this.message.replaceChildren(link);
      }
    }
  }

  private recall(): void {
    const text = this.texts[Number(this.past.value)];
    if (this.past.value !== "" && text !== undefined) this.actions.recall(text);
  }
}
