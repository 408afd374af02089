// An expected reason for not doing what a command was asked, in words for a person; not a fault of the extension.

export class Refusal extends Error {
  override readonly name = "Refusal";
}
