// Ends of texts. A regular expression such as `/ +$/` looks at a long run of spaces again from each of them.

/** A text without the characters at its end that are of a kind. */
export function withoutEnd(text: string, isPart: (character: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isPart(text[end - 1]!)) end--;
  return text.slice(0, end);
}
