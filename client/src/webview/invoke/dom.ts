// Makes elements of the page.

type Attributes = Readonly<Record<string, string | boolean | ((event: never) => void) | undefined>>;
export type Child = Node | string | undefined;

/** An element with attributes (`true` is an attribute without value, a function a listener) and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value as EventListener);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(child => child !== undefined));
  return element;
}

/** A button with a text, or with a sign and what it does as its name. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return h("button", { type: "button", click: act, ...attributes }, text);
}

/** Documentation, with what stands between backticks as code. */
export function prose(text: string): readonly Node[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? h("code", {}, part) : new Text(part)));
}

let ids = 0;

/** An id that no other element has. */
export function freshId(): string {
  return `e${++ids}`;
}

/** The first thing in an element that takes the keyboard. */
export function firstControl(element: Element): HTMLElement | undefined {
  return element.querySelector<HTMLElement>("input, textarea, select, button") ?? undefined;
}
