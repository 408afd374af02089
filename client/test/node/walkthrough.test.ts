import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { mock, test } from "node:test";
import { pulse } from "../../src/node/pulse.ts";
import { repository } from "../support.ts";

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly id: string; readonly completionEvents: readonly string[] }[];
    }[];
  };
}

test("each step of the walkthrough is ticked by something that VS Code knows and the extension has", async () => {
  const text = await readFile(path.join(repository, "package.json"), "utf8");
  const { commands, walkthroughs } = (JSON.parse(text) as Manifest).contributes;
  const source = await readFile(path.join(repository, "client", "src", "node", "walkthrough.ts"), "utf8");
  for (const { id, completionEvents } of walkthroughs.flatMap(({ steps }) => steps)) {
    assert.ok(completionEvents.length > 0, id);
    for (const event of completionEvents) {
      const [kind, name] = event.split(":", 2);
      assert.ok(kind === "onCommand" || kind === "onContext", event);
      if (kind === "onCommand")
        assert.ok(
          commands.some(({ command }) => command === name),
          event,
        );
      else assert.ok(source.includes(`"${name}"`), event);
    }
  }
});

test("a pulse comes a while after its last start, for a moment, and ends at once when it is disposed of", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const seen: boolean[] = [];
    const signal = pulse(isOn => seen.push(isOn));
    signal.start();
    mock.timers.tick(900);
    signal.start();
    mock.timers.tick(900);
    assert.deepEqual(seen, []);
    mock.timers.tick(100);
    assert.deepEqual(seen, [true]);
    mock.timers.tick(300);
    assert.deepEqual(seen, [true, false]);
    signal.start();
    mock.timers.tick(1_100);
    signal.dispose();
    mock.timers.tick(5_000);
    assert.deepEqual(seen, [true, false, true, false]);
  } finally {
    mock.timers.reset();
  }
});
