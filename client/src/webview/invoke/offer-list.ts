// The list of completions below a box: arrows choose, Enter and Tab take, Escape closes it.
import type { WaveOffer, WaveOffers } from "../../wave/complete.ts";
import { freshId, h } from "./dom.ts";

/** `offersAt` gives what there is at the cursor; `asked` is true where a person wants to see it. `changed` is called when one was taken. */
export function offerList(
  box: HTMLTextAreaElement,
  offersAt: (asked: boolean) => WaveOffers,
  changed: () => void,
): HTMLElement {
  return new OfferList(box, offersAt, changed).element;
}

class OfferList {
  readonly element = h("ul", {
    class: "offers",
    role: "listbox",
    id: freshId(),
    hidden: true,
    "aria-label": "What can stand here",
  });
  private readonly box: HTMLTextAreaElement;
  private readonly offersAt: (asked: boolean) => WaveOffers;
  private readonly changed: () => void;
  private found: WaveOffers = { from: 0, offers: [] };
  private active = 0;

  constructor(box: HTMLTextAreaElement, offersAt: (asked: boolean) => WaveOffers, changed: () => void) {
    this.box = box;
    this.offersAt = offersAt;
    this.changed = changed;
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", this.element.id);
    box.setAttribute("aria-expanded", "false");
    box.addEventListener("input", () => this.open(false));
    box.addEventListener("blur", () => this.close());
    box.addEventListener("keydown", event => this.key(event));
  }

  private open(asked: boolean): void {
    this.found = this.offersAt(asked);
    this.active = 0;
    const rows = this.found.offers.map((offer, index) => this.row(offer, index));
    this.element.replaceChildren(...rows);
    this.element.hidden = rows.length === 0;
    this.box.setAttribute("aria-expanded", String(rows.length > 0));
    this.choose(0);
  }

  private close(): void {
    this.element.hidden = true;
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }

  private row(offer: WaveOffer, index: number): HTMLElement {
    const take = (event: Event): void => {
      event.preventDefault();
      this.take(index);
    };
    const text = h("span", { class: "offer" }, offer.label);
    return h(
      "li",
      { role: "option", id: freshId(), mousedown: take },
      text,
      h("code", { class: "type" }, offer.detail),
    );
  }

  private choose(index: number): void {
    const rows = [...this.element.children];
    this.active = rows.length === 0 ? 0 : (index + rows.length) % rows.length;
    for (const [at, row] of rows.entries()) row.setAttribute("aria-selected", String(at === this.active));
    const row = rows[this.active];
    if (row === undefined) return;
    this.box.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }

  private take(index: number): void {
    const offer = this.found.offers[index];
    if (offer === undefined) return;
    const { from } = this.found;
    this.box.setRangeText(offer.insert, from, this.box.selectionStart, "end");
    this.box.setSelectionRange(from + offer.caret, from + offer.caret);
    this.close();
    this.changed();
    // Within brackets that were just put in, the next thing is wanted.
    if (offer.caret < offer.insert.length) this.open(true);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey && event.key === " ") {
      event.preventDefault();
      this.open(true);
      return;
    }
    if (this.element.hidden || event.ctrlKey || event.metaKey) return;
    const act = this.action(event.key);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  private action(key: string): (() => void) | undefined {
    switch (key) {
      case "ArrowDown":
        return () => this.choose(this.active + 1);
      case "ArrowUp":
        return () => this.choose(this.active - 1);
      case "Enter":
      case "Tab":
        return () => this.take(this.active);
      case "Escape":
        return () => this.close();
      default:
        return undefined;
    }
  }
}
