// What the Doctor's report looks like: as Markdown, and as a page that nothing from outside can get into.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "../../src/node/doctor/page.ts";
import { commandIn, markdown, type Report, stateOf } from "../../src/node/doctor/report.ts";

const report: Report = {
  sections: [
    { title: "Runtimes", rows: [{ state: "good", title: "Wasmtime 49.0.3", detail: "/usr/bin/wasmtime" }] },
    {
      title: "C",
      rows: [
        { state: "good", title: "clang 19", detail: "/usr/bin/clang" },
        {
          state: "missing",
          title: "wit-bindgen",
          detail: 'not found.\nInstall it with "cargo install wit-bindgen-cli".',
          command: "cargo install wit-bindgen-cli",
          button: { label: "Install It Now", action: "install 0" },
        },
      ],
    },
  ],
};

test("Markdown has a line for each thing", () => {
  assert.equal(
    markdown(report),
    `# WIT Tools

## Runtimes

- ✓ **Wasmtime 49.0.3**: /usr/bin/wasmtime

## C

- ✓ **clang 19**: /usr/bin/clang
- ✗ **wit-bindgen**: not found. Install it with "cargo install wit-bindgen-cli".
`,
  );
});

test("a section stands as its worst row", () => {
  assert.deepEqual(report.sections.map(stateOf), ["good", "missing"]);
  assert.equal(stateOf({ title: "", rows: [] }), "told");
});

test("the command in a message is found, and no name in quotes is taken for one", () => {
  assert.equal(commandIn('Install it with "cargo install wit-bindgen-cli".'), "cargo install wit-bindgen-cli");
  assert.equal(commandIn('Run "npm install --save-dev x" there.'), "npm install --save-dev x");
  assert.equal(commandIn('Correct the setting "wit.tools".'), undefined);
});

test("the page counts what is missing, and has a button for each way to mend it", () => {
  const html = page(report, "n0nce");
  assert.match(html, /1 missing\./);
  assert.match(html, /data-action="install 0">Install It Now</);
  assert.match(html, /data-action="copy" data-value="cargo install wit-bindgen-cli"/);
  assert.match(html, /default-src 'none'; style-src 'nonce-n0nce'; script-src 'nonce-n0nce'/);
});

test("addresses are links, without the marks behind them", () => {
  const detail = "Install Rust from https://rustup.rs. Or <see> (https://a.b/c?d=e#f), now.";
  const html = page({ sections: [{ title: "Rust", rows: [{ state: "missing", title: "cargo", detail }] }] }, "n");
  assert.ok(
    html.includes('<a href="https://rustup.rs">https://rustup.rs</a>. Or &lt;see&gt; (<a href="https://a.b/c?d=e#f">'),
  );
});

test("what comes from outside is text alone", () => {
  const evil = `<img src=x onerror="x()">'&`;
  const html = page(
    {
      sections: [
        {
          title: evil,
          rows: [{ state: "told", title: evil, detail: evil, command: evil, button: { label: evil, action: evil } }],
        },
      ],
    },
    "n",
  );
  assert.ok(!html.includes("<img"));
  assert.ok(!html.includes(`onerror="x()"`));
});
