// Says in words what guests print when they fail: the engine inside a component of JavaScript (QuickJS), and the libraries of Rust, Go and Python,
// write it to standard error before they trap.

/** A JavaScript guest that throws aborts; its message and place are in what QuickJS prints before. Those of other languages panic. */
export function guestException(stderr: string): string | undefined {
  const missing = /interface '([^']+)' not found: FromJs/.exec(stderr)?.[1];
  if (missing !== undefined) return `The world exports ${missing}, but the guest's code does not: add the export.`;
  const call =
    /Failed to call '([^']+)': .*?Exception\s*\{ message: Some\("((?:[^"\\]|\\.)*)"\)(?:, stack: Some\("((?:[^"\\]|\\.)*)"\))?/s.exec(
      stderr,
    );
  if (call === null) return wrongValue(stderr) ?? panic(stderr);
  const place = /\(\/?([^()]+:\d+:\d+)\)/.exec(call[3] ?? "")?.[1];
  return `The guest's function ${call[1]} threw: ${call[2]}${place === undefined ? "" : ` (${place})`}.`;
}

function wrongValue(stderr: string): string | undefined {
  const match = /(expected \w+): FromJs \{ from: "(\w+)"/.exec(stderr);
  return match === null ? undefined : `The guest returned a value of the wrong type: ${match[1]}, got ${match[2]}.`;
}

/** Each: a panic's text and its place, as a language prints them. */
const PANICS: readonly RegExp[] = [
  /^thread '[^']*'(?: \(\d+\))? panicked at (?<place>\S+:\d+:\d+):\n(?<what>.*)$/m,
  /^panic: (?<what>.*)\n[\s\S]*?^goroutine [\s\S]*?^main\.[^\n]*\n\s+(?<place>\S+:\d+)/m,
  /^panic: (?<what>.*)$/m,
  /^Traceback \(most recent call last\):\n(?:[\s\S]*\n)? {2}File "(?<place>[^"]+", line \d+)[^\n]*\n(?: {4}.*\n)*(?<what>\w[\w.]*(?:: .*)?)$/m,
];

function panic(stderr: string): string | undefined {
  for (const pattern of PANICS) {
    const { what, place } = pattern.exec(stderr)?.groups ?? {};
    if (what !== undefined)
      return `The guest panicked: ${what}${place === undefined ? "" : ` (${place.replace('", line ', ":")})`}.`;
  }
  return undefined;
}
