// The whole form: which function, its values, the button that calls it, resources and results.
import type { FunctionForm } from "../../form/function-form.ts";
import { CallBar } from "./call-bar.ts";
import { h } from "./dom.ts";
import { HandleNames } from "./handle-names.ts";
import { Header } from "./header.ts";
import type { FromView, RuntimeChoice, ToView } from "./messages.ts";
import { Resources } from "./resources.ts";
import { Results } from "./results.ts";
import type { SavedState } from "./saved-state.ts";
import { type Draft, type ValuesPane, valuesPane } from "./values-pane.ts";

export interface Surroundings {
  post(message: FromView): void;
  readonly saved: SavedState | undefined;
  save(state: SavedState): void;
}

type Shown = Extract<ToView, { kind: "show" }>;

export class App {
  readonly element: HTMLElement;
  private readonly around: Surroundings;
  private readonly header = new Header({ choose: key => this.choose(key, true), runtime: () => this.save() });
  private readonly place = h("section", { class: "call", "aria-label": "Values" });
  private readonly bar: CallBar;
  private readonly resources: Resources;
  private readonly results: Results;
  private readonly names = new HandleNames();
  private shown: Shown | undefined;
  private form: FunctionForm | undefined;
  private pane: ValuesPane | undefined;
  private readonly drafts = new Map<string, Draft>();
  private readonly histories = new Map<string, readonly string[]>();
  private running: number | undefined;
  private lastId = 0;

  constructor(around: Surroundings) {
    this.around = around;
    this.bar = new CallBar({
      call: () => this.call(),
      stop: () => around.post({ kind: "stop" }),
      showFirst: () => this.pane?.showFirst(),
      recall: text => this.pane?.fill(text),
    });
    this.resources = new Resources({
      drop: handle => around.post({ kind: "drop", handle }),
      restart: () => around.post({ kind: "restart" }),
    });
    this.results = new Results({
      copy: text => around.post({ kind: "copy", text }),
      reuse: (form, args) => this.reuse(form, args),
    });
    const parts = [this.header.element, this.place, this.bar.element, this.resources.element, this.results.element];
    this.element = h("main", {}, ...parts);
    document.addEventListener("keydown", event => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.call();
    });
  }

  receive(message: ToView): void {
    switch (message.kind) {
      case "show":
        this.show(message);
        return;
      case "handles":
        this.showHandles(message.handles);
        return;
      case "history":
        this.histories.set(message.function, message.texts);
        if (message.function === this.form?.key) this.bar.history(message.texts);
        return;
      case "output":
        this.results.output(message.id, message.text);
        return;
      case "ended":
        this.results.end(message);
        if (message.id !== this.running) return;
        this.running = undefined;
        this.bar.running(false);
    }
  }

  private show(message: Shown): void {
    this.keepDraft();
    const before = this.shown?.component;
    const saved = this.around.saved?.component === message.component ? this.around.saved : undefined;
    if (before !== message.component) this.drafts.clear();
    if (before === undefined && saved !== undefined) {
      for (const [key, draft] of Object.entries(saved.drafts)) this.drafts.set(key, draft);
    }
    this.shown = message;
    this.histories.clear();
    for (const [key, texts] of Object.entries(message.histories)) this.histories.set(key, texts);
    this.names.set(message.handles);
    this.resources.show(message.handles);
    this.header.show(message, saved?.runtime);
    const known = (key: string | undefined): string | undefined =>
      message.functions.find(form => form.key === key)?.key;
    const first = message.functions.find(form => form.refused === undefined) ?? message.functions[0];
    const key = known(message.chosen) ?? known(this.form?.key) ?? known(saved?.chosen) ?? first?.key;
    if (key !== undefined) this.choose(key, message.chosen !== undefined || before === undefined);
  }

  private choose(key: string, takeFocus: boolean): void {
    const form = this.shown?.functions.find(form => form.key === key);
    if (form === undefined) return;
    this.keepDraft();
    this.form = form;
    this.header.choose(form);
    const history = this.histories.get(key) ?? [];
    this.open(form, this.drafts.get(key) ?? { signature: form.signature, mode: "form", text: history[0] ?? "" });
    this.bar.history(history);
    if (takeFocus) this.pane?.focus();
  }

  private open(form: FunctionForm, draft: Draft): void {
    this.pane = valuesPane(form, draft, this.names, () => this.judge());
    this.place.replaceChildren(this.pane.element);
    this.judge();
  }

  private judge(): void {
    const { form, pane } = this;
    if (form === undefined || pane === undefined) return;
    const blocked = form.refused ?? this.header.missing();
    this.bar.say(blocked === undefined ? pane.verdict() : { kind: "blocked", why: blocked });
    this.save();
  }

  private call(): void {
    const { form, pane } = this;
    const runtime = this.header.runtime();
    if (form === undefined || pane === undefined || this.running !== undefined) return;
    if (form.refused !== undefined || runtime === undefined) return;
    const verdict = pane.verdict();
    if (verdict.kind === "wrong") {
      pane.showFirst();
      return;
    }
    this.send(form, verdict.text, runtime);
  }

  private send(form: FunctionForm, args: string, runtime: RuntimeChoice): void {
    const id = ++this.lastId;
    this.running = id;
    this.bar.running(true);
    this.results.begin(id, form, args);
    this.around.post({ kind: "call", id, function: form.key, args, runtime });
  }

  private reuse({ key }: FunctionForm, args: string): void {
    if (this.shown?.functions.some(form => form.key === key) !== true) return;
    if (this.form?.key !== key) this.choose(key, false);
    this.pane?.fill(args);
    this.pane?.focus();
  }

  private showHandles(handles: Shown["handles"]): void {
    this.names.set(handles);
    this.resources.show(handles);
    this.pane?.refresh();
  }

  private keepDraft(): void {
    if (this.form !== undefined && this.pane !== undefined) this.drafts.set(this.form.key, this.pane.draft());
  }

  private save(): void {
    if (this.shown === undefined || this.form === undefined) return;
    this.keepDraft();
    this.around.save({
      component: this.shown.component,
      chosen: this.form.key,
      drafts: Object.fromEntries(this.drafts),
      runtime: this.header.chosenRuntime(),
    });
  }
}
