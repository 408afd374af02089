// Says in words what guests in JavaScript print when they fail: the engine inside the component (QuickJS) writes it to standard error.

/** A JavaScript guest that throws aborts; its message and place are in what QuickJS prints before. */
export function guestException(stderr: string): string | undefined {
  const missing = /interface '([^']+)' not found: FromJs/.exec(stderr)?.[1];
  if (missing !== undefined) return `The world exports ${missing}, but the guest's code does not: add the export.`;
  const call =
    /Failed to call '([^']+)': .*?Exception\s*\{ message: Some\("((?:[^"\\]|\\.)*)"\)(?:, stack: Some\("((?:[^"\\]|\\.)*)"\))?/s.exec(
      stderr,
    );
  if (call === null) return wrongValue(stderr);
  const place = /\(\/?([^()]+:\d+:\d+)\)/.exec(call[3] ?? "")?.[1];
  return `The guest's function ${call[1]} threw: ${call[2]}${place === undefined ? "" : ` (${place})`}.`;
}

function wrongValue(stderr: string): string | undefined {
  const match = /(expected \w+): FromJs \{ from: "(\w+)"/.exec(stderr);
  return match === null ? undefined : `The guest returned a value of the wrong type: ${match[1]}, got ${match[2]}.`;
}
