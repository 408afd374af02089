// Expected reasons for not doing what a command was asked, in words for a person; not faults of the extension.

export class Refusal extends Error {
  override readonly name: string = "Refusal";
}

/** A person changed their mind: there is nothing to tell them. */
export class Cancelled extends Refusal {
  override readonly name: string = "Cancelled";

  constructor() {
    super("It was cancelled.");
  }
}
