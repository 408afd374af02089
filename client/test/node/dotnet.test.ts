// There is no .NET SDK where these tests run: a program of the same name stands in for it and prints messages in the form that MSBuild, the C#
// compiler and NuGet give them.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { dotnet } from "../../src/node/guests/dotnet.ts";
import { dotnetProject } from "../../src/scaffold/dotnet/project.ts";
import { COMMAND, KIT } from "../scaffold/worlds.ts";
import { detected } from "./detected.ts";
import { buildWithStandIns, onUnix, type StandInBuilt } from "./stand-ins.ts";

test("a project of componentize-dotnet is one, another is not", async () => {
  const mine = dotnetProject(KIT, "my-kit", "wit").files["MyKit.csproj"]!;
  assert.deepEqual(await detected({ "MyKit.csproj": mine, "wit/a.wit": "" }), {
    guest: "dotnet",
    entry: "MyKit.csproj",
  });
  assert.equal(await detected({ "Other.csproj": '<Project Sdk="Microsoft.NET.Sdk"></Project>' }), undefined);
});

test("a tool has a main program, another world a class for what it exports", () => {
  const tool = dotnetProject(COMMAND, "my-tool", "wit");
  assert.equal(tool.entry, "Program.cs");
  assert.match(tool.files["Program.cs"]!, /Hello from my-tool!/);
  assert.match(tool.files["MyTool.csproj"]!, /<OutputType>Exe</);
  const kit = dotnetProject(KIT, "my-kit", "wit");
  assert.equal(kit.entry, "Component.cs");
  assert.match(kit.files["Component.cs"]!, /^ {4}public class ShapesExportsImpl : IShapesExports$/m);
  assert.match(kit.files["MyKit.csproj"]!, /<OutputType>Library<[\s\S]*<Wit Include="wit" World="my-kit" \/>/);
});

/** Builds a scaffold with the stand-in, which runs these lines for `dotnet publish`. */
function publish(lines: string): Promise<StandInBuilt> {
  const { files } = dotnetProject(COMMAND, "my-tool", "wit");
  const version = 'if [ "$1" = --version ]; then echo 10.0.100; exit; fi';
  return buildWithStandIns({
    guest: dotnet,
    entry: "MyTool.csproj",
    files,
    programs: { dotnet: `${version}\n${lines}` },
  });
}

test("what is published is found below bin/Release", { skip: !onUnix }, async () => {
  const output = "bin/Release/net10.0/wasi-wasm/publish";
  const { outcome, called, folder } = await publish(
    `mkdir -p ${output} && printf '\\000asm\\015\\000\\001\\000' > ${output}/MyTool.wasm && echo '  MyTool -> ${output}/'`,
  );
  assert.deepEqual(outcome, { kind: "built", component: path.join(folder, output, "MyTool.wasm") });
  assert.deepEqual(called.dotnet, [
    ...["publish", path.join(folder, "MyTool.csproj"), "--configuration", "Release", "--nologo"],
  ]);
});

test("errors of the compiler and of NuGet are shown once, at their places", { skip: !onUnix }, async () => {
  const { outcome, folder } = await publish(
    `cat <<'OUT'
  Determining projects to restore...
$PWD/Program.cs(1,9): error CS0117: 'Console' does not contain a definition for 'WriteLin' [$PWD/MyTool.csproj]
$PWD/Program.cs(2,1): warning CS0168: The variable 'x' is declared but never used [$PWD/MyTool.csproj]
$PWD/MyTool.csproj : error NU1101: Unable to find package Nope. No packages exist with this id in source(s): nuget

Build FAILED.

$PWD/Program.cs(1,9): error CS0117: 'Console' does not contain a definition for 'WriteLin' [$PWD/MyTool.csproj]
MSBUILD : error MSB1009: Project file does not exist.
OUT
exit 1`.replace("cat <<'OUT'", "cat <<OUT"),
  );
  assert.ok(outcome.kind === "failed");
  assert.deepEqual(outcome.problems, [
    {
      message: "'Console' does not contain a definition for 'WriteLin' (CS0117)",
      file: "Program.cs",
      path: path.join(folder, "Program.cs"),
      line: 1,
      column: 9,
    },
    {
      message: "Unable to find package Nope. No packages exist with this id in source(s): nuget (NU1101)",
      file: "MyTool.csproj",
      path: path.join(folder, "MyTool.csproj"),
    },
    { message: "Project file does not exist. (MSB1009)" },
  ]);
});

test("a project for another platform is told of", { skip: !onUnix }, async () => {
  const { outcome } = await publish("mkdir -p bin/Release");
  assert.ok(outcome.kind === "failed");
  assert.match(outcome.problems[0]?.message ?? "", /RuntimeIdentifier has to be wasi-wasm/);
});
