// Links into the component model's specification.

/** A page of it, by its file's name. */
export type SpecificationPage = "WIT" | "CanonicalABI" | "Concurrency" | "Explainer";

/** A link to a heading of a page, as Markdown. */
export function specificationLink(words: string, page: SpecificationPage, anchor: string): string {
  return `[${words}](https://github.com/WebAssembly/component-model/blob/main/design/mvp/${page}.md#${anchor})`;
}
