// The language server's life: it crashes, it is started again, nothing that was typed is lost.
import assert from "node:assert/strict";
import { commands } from "vscode";
import { errorsOf, eventually, firstErrors, hoverAt, open, positionOf, setText, witTools } from "./support.ts";

suite("language server", () => {
  test("it runs in a process of its own", async () => {
    const { server } = await witTools();
    await eventually("a running server", () => (server.state.kind === "running" ? true : undefined));
    assert.ok(server.pid !== undefined && server.pid !== process.pid);
  });

  test("killed while editing it is started again, and knows the unsaved text", async () => {
    const { server } = await witTools();
    const document = await open("mistakes/mistake.wit");
    const text = document.getText();
    await setText(document, text.replaceAll("colour", "color"));
    await eventually("no error", () => (errorsOf(document.uri).length === 0 ? true : undefined));
    const pid = server.pid!;
    process.kill(pid, "SIGKILL");
    await eventually("a new server", () =>
      server.state.kind === "running" && server.pid !== undefined && server.pid !== pid ? true : undefined,
    );
    assert.equal(server.crashes, 1);
    await setText(document, text.replaceAll("colour", "collar"));
    const errors = await firstErrors(document.uri);
    assert.match(errors[0]!.message, /collar/);
    await setText(document, text);
    await document.save();
  });

  test("restarting by hand gives a new process that answers", async () => {
    const { server } = await witTools();
    const pid = server.pid;
    await commands.executeCommand("wit.restartServer");
    await eventually("a new server", () => (server.state.kind === "running" && server.pid !== pid ? true : undefined));
    assert.equal(server.crashes, 0);
    const document = await open("wit/world.wit");
    await hoverAt(document, positionOf(document, "world greeter", 7));
  });

  test("one that crashes again and again is left off, and starts by hand", async () => {
    const { server } = await witTools();
    let last: number | undefined;
    for (let crash = 1; crash <= 6; crash++) {
      last = await eventually("a process", () =>
        server.state.kind === "running" && server.pid !== last ? server.pid : undefined,
      );
      process.kill(last, "SIGKILL");
    }
    const message = await eventually("the message", () =>
      server.state.kind === "crashed" ? server.state.message : undefined,
    );
    assert.match(message, /stopped 6 times .*"WIT: Restart Language Server"/);
    await commands.executeCommand("wit.restartServer");
    await eventually("a running server", () => (server.state.kind === "running" ? true : undefined));
    await firstErrors((await open("mistakes/mistake.wit")).uri);
  });
});
