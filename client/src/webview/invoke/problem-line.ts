// The line below a value that says what is wrong with it.
import type { FormProblem } from "../../form/check.ts";
import { freshId, h } from "./dom.ts";

export interface ProblemLine {
  readonly element: HTMLElement;
  /** Says what is wrong with the value itself (not with a part of it) and marks the control. */
  say(problems: readonly FormProblem[]): void;
}

export function problemLine(control: HTMLElement): ProblemLine {
  const id = freshId();
  const element = h("div", { class: "problem", id, hidden: true });
  const say = (problems: readonly FormProblem[]): void => {
    const message = problems.find(({ path }) => path.length === 0)?.message;
    element.hidden = message === undefined;
    element.textContent = message ?? "";
    if (message === undefined) {
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
    } else {
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", id);
    }
  };
  return { element, say };
}
