// Markdown that stays what it is, whatever stands in it, and what is left of it for clients that show plain text.

/** Text as a code span; line breaks become spaces. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ");
  const ticks = longestRun(line, /`+/g);
  const [mark, space] = ticks === 0 ? ["`", ""] : ["`".repeat(ticks + 1), " "];
  return `${mark}${space}${line}${space}${mark}`;
}

/** Text as a code block in a language. */
export function codeBlock(language: string, text: string): string {
  const mark = "`".repeat(Math.max(3, longestRun(text, /`{3,}/g) + 1));
  return `${mark}${language}\n${text}\n${mark}`;
}

function longestRun(text: string, runs: RegExp): number {
  let longest = 0;
  for (const [run] of text.matchAll(runs)) longest = Math.max(longest, run.length);
  return longest;
}

/** Text that stands for itself among other words. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, "\\$&");
}

/** Markdown of others in which no code block stays open, so that it can't swallow what follows. */
export function closed(markdown: string): string {
  let open = "";
  for (const line of markdown.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (!mark) continue;
    const [, run = "", rest = ""] = mark;
    if (open === "") open = run.startsWith("`") && rest.includes("`") ? "" : run;
    else if (run.startsWith(open) && rest.trim() === "") open = "";
  }
  return open === "" ? markdown : `${markdown}\n${open}`;
}

/** A table; cells are Markdown of one line. Columns of numbers are flushed right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumber = (column: number): boolean => rows.every(row => /^[\d,]*$/.test(row[column] ?? ""));
  const line = (cells: readonly string[]): string => `| ${cells.map(cell => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  const rule = head.map((_, i) => (isNumber(i) ? "--:" : ":--"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** A line of Markdown as plain text: without marks of code and emphasis, a link as its words and where it leads. */
export function plainLine(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, "$1 ($2)")
    .replace(/(`+)( ?)(.*?)\2\1(?!`)/g, "$3")
    .replace(/\*\*(.*?)\*\*/g, "$1")
    .replace(/\\([\\`*_[\]<>|~&])/g, "$1");
}
