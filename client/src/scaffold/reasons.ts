// A note at the top of a new project's first file: what the tools that were tried can't do with it.
import type { Scaffold } from "../node/guests/guest.ts";

const COLUMNS = 100;

/** The project with the reasons why there should be none, as comments of its language. */
export function withReasons(scaffold: Scaffold, reasons: readonly string[]): Scaffold {
  const { entry, files } = scaffold;
  const mark = entry.endsWith(".py") ? "#" : "//";
  const text = ["This was made although the tools that were tried can't build it; newer ones may.", ...reasons];
  // An empty line: in Go, what stands right above `package` is its documentation.
  const lines = [
    ...text.flatMap(sentence => wrapped(sentence, COLUMNS - mark.length)).map(line => mark + line),
    "",
    "",
  ];
  return { entry, files: { ...files, [entry]: lines.join("\n") + files[entry]! } };
}

/** Each line begins with a space. */
function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines;
}
