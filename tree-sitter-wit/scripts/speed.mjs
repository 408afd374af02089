// Measures how long the wasm takes to parse members of the usual size. The goal is 40 µs for 150 bytes.
import { withTree } from "../test/support/grammar.mjs";

const rounds = 5000;
const warmUp = 500;

const members = {
  record: `/// A point in a plane.
@since(version = 0.2.0)
record located-point {
  /// Which point it is.
  name: option<string>,
  x: f64,
  y: f64,
}`,
  function: `/// Finds the points that lie in a box, nearest to its middle first.
@since(version = 0.2.0)
find: func(within: borrow<box>, limit: u32) -> result<list<located-point>, error-code>;`,
  use: "@since(version = 0.2.0)\nuse example:geometry/shapes@0.2.0.{box, circle as round, polygon};",
  import: "/// Where messages go.\n@since(version = 0.2.0)\nimport example:logging/sink@0.2.0;",
};

function microseconds(text) {
  const times = [];
  for (let i = 0; i < rounds + warmUp; i++) {
    const start = performance.now();
    withTree(text, () => {});
    if (i >= warmUp) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = share => (times[Math.floor(times.length * share)] * 1000).toFixed(1);
  return `median ${at(0.5)} µs, 95 % within ${at(0.95)} µs`;
}

for (const [name, text] of Object.entries(members)) {
  console.log(`${name.padEnd(9)} ${String(text.length).padStart(4)} bytes: ${microseconds(text)}`);
}
