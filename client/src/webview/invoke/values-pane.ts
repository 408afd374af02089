// The values of a call, in a form or as WAVE; the one is written into the other when a person switches.
import { type FormProblem, formProblems } from "../../form/check.ts";
import { formValues } from "../../form/from-wave.ts";
import type { FunctionForm } from "../../form/function-form.ts";
import { argumentsText } from "../../form/to-wave.ts";
import { type FormValue, initialValue } from "../../form/value.ts";
import { placeText } from "../../wave/diagnose.ts";
import type { Named } from "../../wave/wit-type.ts";
import { button, h } from "./dom.ts";
import type { Editor, FormContext } from "./editor.ts";
import { rows } from "./group-editor.ts";
import type { HandleNames } from "./handle-names.ts";
import { type WaveEditor, waveEditor } from "./wave-editor.ts";

export type Mode = "form" | "wave";

/** The values of a function that are being typed, as text and, while the form is shown, as the form holds them. */
export interface Draft {
  /** Of the function as it was then: a component that is built again may have another. */
  readonly signature: string;
  readonly mode: Mode;
  readonly values?: readonly FormValue[];
  readonly text: string;
}

/** What there is to say of the values as a whole. */
export type Verdict =
  | { readonly kind: "right"; readonly text: string }
  | { readonly kind: "wrong"; readonly count: number; readonly first: string };

export interface ValuesPane {
  readonly element: HTMLElement;
  draft(): Draft;
  verdict(): Verdict;
  /** Puts values in the place of those that are there. */
  fill(text: string): void;
  /** Shows every problem and puts the keyboard at the first one. */
  showFirst(): void;
  /** Looks at everything again: resources have come or gone. */
  refresh(): void;
  focus(): void;
}

export function valuesPane(form: FunctionForm, draft: Draft, names: HandleNames, changed: () => void): ValuesPane {
  const { values: _ofAnother, ...text } = draft;
  return new Pane(form, draft.signature === form.signature ? draft : text, names, changed);
}

class Pane implements ValuesPane {
  readonly element: HTMLElement;
  private readonly signature: string;
  private readonly params: readonly Named[] | undefined;
  private readonly names: HandleNames;
  private readonly changed: () => void;
  private readonly place = h("div", { class: "values", role: "tabpanel" });
  private readonly tabs: Readonly<Record<Mode, HTMLButtonElement>>;
  private mode: Mode;
  private form: Editor | undefined;
  private wave: WaveEditor | undefined;
  /** The text that the form was written into, as long as nobody changed it. */
  private written: { readonly text: string; readonly values: readonly FormValue[] } | undefined;
  private showsAll = false;

  constructor({ signature, type }: FunctionForm, draft: Draft, names: HandleNames, changed: () => void) {
    const params = type?.params;
    this.signature = signature;
    this.params = params;
    this.names = names;
    this.changed = changed;
    this.tabs = { form: this.tab("form", "Form"), wave: this.tab("wave", "WAVE text") };
    this.mode = params === undefined ? "wave" : draft.mode;
    const bar = h(
      "div",
      { role: "tablist", class: "tabs", "aria-label": "How the values are typed" },
      this.tabs.form,
      this.tabs.wave,
    );
    bar.addEventListener("keydown", event => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      this.switchTo(this.mode === "form" ? "wave" : "form");
      this.tabs[this.mode].focus();
    });
    bar.hidden = params === undefined || params.length === 0;
    this.element = h("div", {}, bar, this.place);
    if (this.mode === "form") this.openForm(draft.values ?? this.valuesOf(draft.text));
    else this.openWave(draft.text);
  }

  draft(): Draft {
    const values = this.form && this.values();
    const text = this.wave?.text() ?? argumentsText(values ?? [], this.params ?? []);
    return { signature: this.signature, mode: this.mode, text, ...(values === undefined ? {} : { values }) };
  }

  verdict(): Verdict {
    if (this.wave !== undefined) {
      const mistake = this.wave.mistake();
      const text = this.wave.text();
      if (mistake === undefined) return { kind: "right", text };
      return { kind: "wrong", count: 1, first: `${placeText(text, mistake.start)}: ${mistake.message}` };
    }
    const problems = this.problems();
    const [first] = problems;
    if (first === undefined) return { kind: "right", text: argumentsText(this.values(), this.params ?? []) };
    const name = this.params?.[first.path[0] ?? 0]?.name;
    return { kind: "wrong", count: problems.length, first: `${name}: ${first.message}` };
  }

  fill(text: string): void {
    const values = this.mode === "form" ? this.valuesIn(text) : undefined;
    if (values === undefined) this.openWave(text);
    else this.openForm(values);
    this.update();
  }

  showFirst(): void {
    this.showsAll = true;
    this.update();
    if (this.wave !== undefined) this.wave.focus(this.wave.mistake()?.start);
    else this.form?.focus(this.problems()[0]?.path ?? []);
  }

  refresh(): void {
    this.update();
  }

  focus(): void {
    if (this.wave !== undefined) this.wave.focus();
    else if ((this.params?.length ?? 0) > 0) this.form?.focus([0]);
  }

  private tab(mode: Mode, text: string): HTMLButtonElement {
    return button(text, () => this.switchTo(mode), { role: "tab" });
  }

  private switchTo(mode: Mode): void {
    if (mode === this.mode) return;
    if (mode === "wave") this.openWave(this.writeForm());
    else {
      const text = this.wave?.text() ?? "";
      const values = this.written?.text === text ? this.written.values : this.valuesIn(text);
      // What the form can't hold stays text, with its mistake shown.
      if (values === undefined) {
        this.showFirst();
        return;
      }
      this.openForm(values);
    }
    this.update();
  }

  private writeForm(): string {
    const values = this.values();
    const text = argumentsText(values, this.params ?? []);
    this.written = { text, values };
    return text;
  }

  private openForm(values: readonly FormValue[]): void {
    const context: FormContext = { changed: () => this.update(), handles: type => this.names.fitting(type) };
    this.form = rows(context, this.params ?? [], values, "fields");
    this.wave = undefined;
    this.open("form", this.form.element);
  }

  private openWave(text: string): void {
    const context = {
      changed: () => this.update(),
      handle: this.names.check,
      names: (type: Parameters<HandleNames["fitting"]>[0]) => this.names.fitting(type).map(({ name }) => name),
    };
    this.wave = waveEditor(context, this.params, text);
    this.form = undefined;
    this.open("wave", this.wave.element);
  }

  private open(mode: Mode, element: HTMLElement): void {
    this.mode = mode;
    this.showsAll = false;
    for (const [name, tab] of Object.entries(this.tabs)) {
      tab.setAttribute("aria-selected", String(name === mode));
      tab.tabIndex = name === mode ? 0 : -1;
    }
    this.place.setAttribute("aria-label", mode === "form" ? "Form" : "WAVE text");
    this.place.replaceChildren(element);
    if (mode === "form") this.form?.show(this.problems(), false);
    else this.wave?.show(false);
  }

  private update(): void {
    this.form?.show(this.problems(), this.showsAll);
    this.wave?.show(this.showsAll);
    this.changed();
  }

  private values(): readonly FormValue[] {
    const value = this.form?.value();
    return value?.kind === "items" ? value.items : [];
  }

  private problems(): readonly FormProblem[] {
    return formProblems(this.values(), this.params ?? [], this.names.check);
  }

  /** The values in a text, or undefined when it does not fit. */
  private valuesIn(text: string): readonly FormValue[] | undefined {
    try {
      return this.params && formValues(text, this.params);
    } catch {
      return undefined;
    }
  }

  private valuesOf(text: string): readonly FormValue[] {
    return this.valuesIn(text) ?? (this.params ?? []).map(({ type }) => initialValue(type));
  }
}
