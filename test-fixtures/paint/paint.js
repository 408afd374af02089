let made = 0;

class Canvas {
  constructor(title) {
    made++;
    this.name = title;
    this.lines = 0;
  }

  draw(points, _style) {
    if (points.length < 2) throw "a line has two points at least";
    return ++this.lines;
  }

  title() {
    return this.name;
  }

  static copyOf(other) {
    const copy = new Canvas(`copy of ${other.name}`);
    copy.lines = other.lines;
    return copy;
  }
}

export const painting = {
  Canvas,

  describe(it, where) {
    const place = where.front ? "in front" : "in the back";
    return `${it.name}: ${it.lines} lines ${place}`;
  },

  spare() {
    return made > 1 ? new Canvas("spare") : undefined;
  },

  fail() {
    throw new Error("no luck");
  },

  endless() {
    for (;;);
  },
};

export function greet(name) {
  return `Hello, ${name}!`;
}
