// A resource of the running instance, chosen by its name.
import type { FormValue } from "../../form/value.ts";
import type { HandleType } from "../../wave/wit-type.ts";
import { h } from "./dom.ts";
import type { Editor, FormContext } from "./editor.ts";
import { problemLine } from "./problem-line.ts";

export function handleEditor(context: FormContext, type: HandleType, value: FormValue, labels: string): Editor {
  const menu = h("select", { "aria-labelledby": labels, change: () => context.changed() });
  const problem = problemLine(menu);
  const offer = (chosen: string): void => {
    const names = context.handles(type).map(({ name }) => name);
    const gone = chosen !== "" && !names.includes(chosen) ? [chosen] : [];
    const none = names.length === 0 ? "there is none yet: call a function that returns one" : "choose one";
    const options = [...names, ...gone].map(name => h("option", { value: name }, name));
    menu.replaceChildren(h("option", { value: "" }, none), ...options);
    menu.value = chosen;
  };
  const held = value.kind === "handle" ? value.name : "";
  // Where there is but one it is meant.
  const fitting = context.handles(type);
  offer(held === "" && fitting.length === 1 ? fitting[0]!.name : held);
  return {
    element: h("div", { class: "choice" }, menu, problem.element),
    value: () => ({ kind: "handle", name: menu.value }),
    show: problems => {
      offer(menu.value);
      problem.say(problems);
    },
    focus: () => menu.focus(),
  };
}
