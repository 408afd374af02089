// What a feature of WIT gates is in new projects and their components where it is switched on; where a language can't have it, that is said.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { commands } from "vscode";
import type { NewComponentResult } from "../../../src/node/commands/results.ts";
import type { ResolveAnswer, ResolveParams } from "../../../src/protocol.ts";
import { build } from "../commands.ts";
import { eventually, file, folder, withSetting, witTools } from "../support.ts";
import { languages } from "./available.ts";
import { call } from "./wasmtime.ts";

const PATIENCE_MS = 1_200_000;

const WIT = `package demo:gated;
world gated {
  export plain: func() -> u32;
  @unstable(feature = extra)
  export more: func() -> u32;
}
`;

function create(guest: string): Thenable<NewComponentResult> {
  const asked = { folder: file("gated/wit"), guest, name: `gated-in-${guest}`, into: folder() };
  return commands.executeCommand<NewComponentResult>("wit.newComponent", asked);
}

/** Returns once the server knows the package and the setting. */
async function settled(): Promise<void> {
  const { server } = await witTools();
  const params: ResolveParams = { uri: file("gated/wit").toString() };
  await eventually("the feature in the package", async () => {
    const answer = await server.request<ResolveAnswer | null>("wit/resolve", params);
    return answer?.kind === "resolved" && answer.features.includes("extra") ? true : undefined;
  });
}

suite("a feature that is switched on", () => {
  suiteSetup(async () => {
    await mkdir(file("gated/wit").fsPath, { recursive: true });
    await writeFile(file("gated/wit/gated.wit").fsPath, WIT);
    // Of a folder that is made and filled at once the editor may tell nothing.
    await (await witTools()).server.request("wit/readAgain", { uris: [file("gated/wit").toString()] });
  });

  for (const guest of ["python", "go", "c", "rust"]) {
    test(`${guest}: what it gates can be called`, async function () {
      this.timeout(PATIENCE_MS);
      if (["python", "go"].includes(guest) && !languages.has(guest)) return this.skip();
      await withSetting("features", ["other", "extra"], async () => {
        await settled();
        assert.match((await create("javascript")).message ?? "", /does not know features .* has that \(more\)/);
        const made = await create(guest);
        assert.equal(made.ok, true, made.message);
        const built = await build({ folder: made.folder! });
        assert.equal(built.ok, true, `${built.message}\n${built.output}`);
        assert.equal(await call(built.component!, "more", ""), "0");
      });
    });
  }
});
