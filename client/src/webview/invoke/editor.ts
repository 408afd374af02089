// The part of the form for one value: an element, what it holds now, and the problems that it shows.
import type { HandleInfo } from "../../embedded/session-messages.ts";
import type { FormProblem } from "../../form/check.ts";
import type { FormValue } from "../../form/value.ts";
import type { HandleType, WitType } from "../../wave/wit-type.ts";
import { choiceEditor, flagEditor, switchEditor } from "./choice-editor.ts";
import { groupEditor } from "./group-editor.ts";
import { handleEditor } from "./handle-editor.ts";
import { itemsEditor } from "./items-editor.ts";
import { textEditor } from "./text-editor.ts";

export interface Editor {
  readonly element: HTMLElement;
  value(): FormValue;
  /** Shows the problems, whose paths start at this value; those of values that nobody touched only when `all` are wanted. */
  show(problems: readonly FormProblem[], all: boolean): void;
  /** Puts the keyboard where the value at a path is typed. */
  focus(path: readonly number[]): void;
}

/** What an editor needs of the form that it is in. */
export interface FormContext {
  /** To be called after every change. */
  changed(): void;
  /** The resources that fit a type now. */
  handles(type: HandleType): readonly HandleInfo[];
}

/** `labels` are the ids of the elements that name the value. */
export function editorFor(context: FormContext, type: WitType, value: FormValue, labels: string): Editor {
  switch (type.kind) {
    case "bool":
      return switchEditor(context, value, labels);
    case "enum":
    case "variant":
    case "option":
    case "result":
      return choiceEditor(context, type, value, labels);
    case "record":
    case "tuple":
      return groupEditor(context, type, value, labels);
    case "flags":
      return flagEditor(context, type, value, labels);
    case "list":
    case "map":
      return itemsEditor(context, type, value, labels);
    case "handle":
      return handleEditor(context, type, value, labels);
    default:
      return textEditor(context, type, value, labels);
  }
}

/** The problems of the part at an index, with paths that start there. */
export function problemsAt(problems: readonly FormProblem[], index: number): readonly FormProblem[] {
  return problems
    .filter(({ path }) => path[0] === index)
    .map(({ path, message }) => ({ path: path.slice(1), message }));
}
