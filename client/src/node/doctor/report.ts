// What the Doctor found, as data, and as Markdown for issues and chats.

/** How something stands: all right; usable but not as it could be; missing; switched off; or just told. */
export type State = "good" | "warning" | "missing" | "off" | "told";

export interface Row {
  readonly state: State;
  readonly title: string;
  /** Version, place, or what is wrong; a sentence or a few words. */
  readonly detail: string;
  /** A command for a terminal that helps. */
  readonly command?: string;
  readonly button?: Button;
}

export interface Button {
  readonly label: string;
  /** Key of what it does. */
  readonly action: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

export interface Report {
  readonly sections: readonly Section[];
}

/** How a section stands, by the worst of its rows. */
export function stateOf({ rows }: Section): State {
  for (const state of ["missing", "warning", "off", "good"] as const)
    if (rows.some(row => row.state === state)) return state;
  return "told";
}

/** The command that a message names: `Install it with "cargo install x".` */
export function commandIn(message: string): string | undefined {
  return /\b(?:with|[Rr]un) "([a-z][\w.-]* [^"]+)"/.exec(message)?.[1];
}

const MARKS: Readonly<Record<State, string>> = { good: "✓", warning: "!", missing: "✗", off: "–", told: "·" };

export function markOf(state: State): string {
  return MARKS[state];
}

export function markdown({ sections }: Report): string {
  const parts = sections.map(({ title, rows }) =>
    [
      `## ${oneLine(title)}`,
      "",
      ...rows.map(row => `- ${MARKS[row.state]} **${oneLine(row.title)}**: ${oneLine(row.detail)}`),
    ].join("\n"),
  );
  return `${["# WIT Tools", ...parts].join("\n\n")}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
