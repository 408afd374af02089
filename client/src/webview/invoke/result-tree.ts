// A result as a tree that opens part by part, with the type of each part beside it.
import type { TreeNode } from "../../form/tree.ts";
import { button, h } from "./dom.ts";

const SHOWN = 100;
const LONGEST = 300;

/** The first level is open. */
export function resultTree(root: TreeNode): HTMLElement {
  return h("div", { class: "tree" }, nodeElement(root, true));
}

function nodeElement(node: TreeNode, open: boolean): HTMLElement {
  const children = node.children();
  const line = [label(node), value(node), h("code", { class: "type" }, node.type)];
  if (children.length === 0) return h("div", { class: "leaf" }, ...line);
  const details = h("details", {}, h("summary", {}, ...line));
  const fill = (): void => {
    if (details.open && details.children.length === 1) details.append(childList(children, 0));
  };
  details.addEventListener("toggle", fill);
  if (open) {
    details.open = true;
    fill();
  }
  return details;
}

function childList(children: readonly TreeNode[], from: number): HTMLElement {
  const shown = children.slice(from, from + SHOWN).map(child => nodeElement(child, children.length === 1));
  const left = children.length - from - shown.length;
  const list = h("div", { class: "children" }, ...shown);
  if (left > 0) {
    const more = button(
      `Show ${Math.min(left, SHOWN)} of ${left} more`,
      () => {
        more.replaceWith(...childList(children, from + SHOWN).childNodes);
      },
      { class: "secondary" },
    );
    list.append(more);
  }
  return list;
}

function label(node: TreeNode): HTMLElement | undefined {
  return node.label === "" ? undefined : h("span", { class: "label" }, `${node.label}: `);
}

function value({ text, isError }: TreeNode): HTMLElement {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return h("code", { class: isError ? "value error" : "value" }, shown);
}
