// Reads the messages that cargo prints as JSON, a line each, while they come: problems, artifacts, and what a person reads.
import type { ToolProblem } from "../build-errors.ts";

export interface CargoMessages {
  /** Takes a piece of standard output; gives what a person should see of it. */
  take(text: string): string;
  readonly problems: readonly ToolProblem[];
  readonly artifacts: readonly CargoArtifact[];
}

/** Something that was built, or was up to date. */
export interface CargoArtifact {
  /** Path of the Cargo.toml that it comes from. */
  readonly manifest: string;
  readonly isLibrary: boolean;
  readonly files: readonly string[];
}

export function cargoMessages(): CargoMessages {
  const problems: ToolProblem[] = [];
  const artifacts: CargoArtifact[] = [];
  let rest = "";
  return {
    problems,
    artifacts,
    take: text => {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? "";
      return lines.map(line => takeLine(line, problems, artifacts)).join("");
    },
  };
}

function takeLine(line: string, problems: ToolProblem[], artifacts: CargoArtifact[]): string {
  const message = parsed(line);
  if (message === undefined) return line === "" ? "" : `${line}\n`;
  if (message.reason === "compiler-artifact") artifacts.push(artifactOf(message));
  if (message.reason !== "compiler-message" || message.message === undefined) return "";
  if (
    /^error/.test(message.message.level ?? "") &&
    !/^aborting due to|^could not compile/.test(message.message.message)
  ) {
    problems.push(problemOf(message.message));
  }
  return message.message.rendered ?? "";
}

/** The parts of cargo's messages that are read; see "External tools" in cargo's documentation. */
interface Message {
  readonly reason: string;
  readonly manifest_path?: string;
  readonly filenames?: readonly string[];
  readonly target?: { readonly kind?: readonly string[] };
  readonly message?: CompilerMessage;
}

interface CompilerMessage {
  readonly message: string;
  readonly level?: string;
  readonly rendered?: string | null;
  readonly spans?: readonly Span[];
  readonly children?: readonly { readonly message: string; readonly level: string }[];
}

interface Span {
  readonly file_name: string;
  readonly line_start: number;
  readonly column_start: number;
  readonly is_primary: boolean;
  readonly label?: string | null;
  /** Where the macro was called that the text comes from. */
  readonly expansion?: { readonly span: Span } | null;
}

function parsed(line: string): Message | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && "reason" in value ? (value as Message) : undefined;
  } catch {
    return undefined;
  }
}

function artifactOf({ manifest_path, filenames, target }: Message): CargoArtifact {
  return {
    manifest: manifest_path ?? "",
    files: filenames ?? [],
    isLibrary: target?.kind?.includes("cdylib") === true,
  };
}

function problemOf({ message, spans = [], children = [] }: CompilerMessage): ToolProblem {
  const primary = spans.find(span => span.is_primary) ?? spans[0];
  const help = children.find(({ level }) => level === "help");
  const label = primary?.label ?? undefined;
  const text = [message, label, help?.message].filter(part => part !== undefined && part !== "").join("; ");
  const span = primary && calledFrom(primary);
  if (span === undefined) return { message: text };
  return { message: text, file: span.file_name, line: span.line_start, column: span.column_start };
}

/** The place in the code itself, where the text comes from a macro. */
function calledFrom(span: Span): Span {
  return span.expansion == null ? span : calledFrom(span.expansion.span);
}

/** Errors as people read them: cargo's own (a wrong Cargo.toml, no network), and the compiler's where they are not asked for as JSON. */
export function parseCargoErrors(stderr: string): readonly ToolProblem[] {
  const text = stderr.replaceAll("\r", "");
  const errors = [...text.matchAll(/^error(?:\[\w+\])?: (.+(?:\n(?!\n|error|warning|\s*Compiling ).*)*)/gm)].map(
    match => match[1]!,
  );
  const own = errors.filter(error => !/^(?:could not compile|aborting due to)/.test(error));
  return own.map(error => {
    const place = /^\s*-->\s*(.+?):(\d+):(\d+)$/m.exec(error);
    const cause = /^\s*Caused by:\s*\n\s*(.+)/m.exec(text.slice(text.indexOf(error)))?.[1];
    const label = /^\s*\|\s+\^+ (.+)$/m.exec(error)?.[1];
    const first = [error.split("\n")[0]!, label].filter(part => part !== undefined).join("; ");
    const message = `${first}${cause === undefined ? "" : `: ${cause}`}`;
    return place === null
      ? { message }
      : { message, file: place[1]!, line: Number(place[2]), column: Number(place[3]) };
  });
}

/** Whether the compiler lacks the standard library of a target. */
export function lacksTarget(messages: readonly ToolProblem[], output: string, target: string): boolean {
  const text = `${messages.map(({ message }) => message).join("\n")}\n${output}`;
  return (
    text.includes(`the \`${target}\` target may not be installed`) ||
    text.includes(`the ${target} target may not be installed`) ||
    text.includes(`failed to find the \`${target}\` target`)
  );
}
