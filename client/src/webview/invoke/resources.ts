// The resources that live in the running instance, each with a button that drops it.
import type { HandleInfo } from "../../embedded/session-messages.ts";
import { button, h } from "./dom.ts";

export interface ResourceActions {
  drop(name: string): void;
  restart(): void;
}

export class Resources {
  readonly element = h("section", { class: "resources", "aria-label": "Resources", hidden: true });
  private readonly list = h("ul");
  private readonly actions: ResourceActions;

  constructor(actions: ResourceActions) {
    this.actions = actions;
    const restart = button("Restart Instance", () => actions.restart(), {
      class: "secondary",
      title: "Ends the running instance with all its resources; the next call starts another",
    });
    this.element.append(h("div", { class: "bar" }, h("h2", {}, "Resources"), restart), this.list);
  }

  show(handles: readonly HandleInfo[]): void {
    this.element.hidden = handles.length === 0;
    this.list.replaceChildren(...handles.map(handle => this.row(handle)));
  }

  private row({ name, type }: HandleInfo): HTMLElement {
    const drop = button("Drop", () => this.actions.drop(name), { class: "secondary", "aria-label": `Drop ${name}` });
    return h("li", { class: "handle" }, h("code", {}, name), h("code", { class: "type" }, type), drop);
  }
}
