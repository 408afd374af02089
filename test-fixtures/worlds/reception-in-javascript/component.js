// A reception desk in JavaScript. The error case of a result is thrown.

const GREETINGS = {
  friendly: full => `How nice to see you, ${full}!`,
  formal: full => `Good day, ${full}.`,
  terse: full => `Hi ${full}.`,
};

const MANNERS = { bow: "bows", wave: "waves", shakeHands: "shakes hands" };

function occasion(why) {
  switch (why.tag) {
    case "arrival":
      return "";
    case "birthday":
      return ` Happy birthday: ${why.val} years!`;
    case "farewell":
      return ` Have a good trip to ${why.val}.`;
  }
}

class GuestBook {
  #guests = [];

  constructor(owner) {
    this.owner = owner;
  }

  sign(guest) {
    return this.#guests.push(guest);
  }

  guests() {
    return this.#guests;
  }

  static merge(a, b) {
    const both = new GuestBook(a.owner);
    both.#guests = [...a.#guests, ...b.#guests];
    return both;
  }
}

export const greetings = {
  welcome({ name, title }, why, tone, how) {
    const full = title ? `${title} ${name}` : name;
    const shown = Object.entries(MANNERS).flatMap(([flag, what]) => (how[flag] ? [what] : []));
    const gestures = shown.length === 0 ? "" : ` (${shown.join(", ")})`;
    return GREETINGS[tone](full) + occasion(why) + gestures;
  },

  welcomeAll(guests) {
    if (guests.length === 0) throw "there is nobody to greet";
    return guests.map(({ name }) => greet(name));
  },

  GuestBook,
};

export function greet(name) {
  return `Hello, ${name}!`;
}
