// A project in C# for a world, with componentize-dotnet. A tool has a main program; of other worlds every exported function gives the simplest result.
import type { WorldModel } from "../../wit/world-model.ts";
import { pascal } from "../casing.ts";
import type { Scaffolded } from "../scaffolded.ts";
import { componentSource } from "./source.ts";

export function dotnetProject(world: WorldModel, name: string, witPath: string, specifier = world.name): Scaffolded {
  const assembly = pascal(name);
  const isTool = isCommand(world);
  const project = `${assembly}.csproj`;
  const entry = isTool ? "Program.cs" : "Component.cs";
  return {
    entry,
    files: {
      [project]: isTool ? projectFile("Exe", "") : projectFile("Library", wit(world, specifier, witPath)),
      "nuget.config": NUGET,
      ".gitignore": "/bin/\n/obj/\n",
      [entry]: isTool ? `Console.WriteLine("Hello from ${name}!");\n` : componentSource(world, name),
    },
  };
}

/** Whether a main program is all that the world exports. */
function isCommand({ exports }: WorldModel): boolean {
  const [only] = exports;
  return exports.length === 1 && only?.kind === "interface" && only.interface.id.startsWith("wasi:cli/run@");
}

function projectFile(output: "Exe" | "Library", more: string): string {
  return `<Project Sdk="Microsoft.NET.Sdk">

  <PropertyGroup>
    <OutputType>${output}</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <RuntimeIdentifier>wasi-wasm</RuntimeIdentifier>
    <UseAppHost>false</UseAppHost>
    <PublishTrimmed>true</PublishTrimmed>
    <InvariantGlobalization>true</InvariantGlobalization>
    <SelfContained>true</SelfContained>
  </PropertyGroup>

  <ItemGroup>
    <PackageReference Include="BytecodeAlliance.Componentize.DotNet.Wasm.SDK" Version="0.8.0-preview*" />
    <PackageReference Include="runtime.$(NETCoreSdkPortableRuntimeIdentifier).Microsoft.DotNet.ILCompiler.LLVM" Version="10.0.0-rc.1.26306.1" />
  </ItemGroup>
${more}
</Project>
`;
}

function wit({ features = [] }: WorldModel, specifier: string, witPath: string): string {
  // The name of the property is written like this.
  const more =
    features.length === 0
      ? ""
      : `
  <PropertyGroup>
    <WitBindgenAddtionalArgs>--features ${features.join(",")}</WitBindgenAddtionalArgs>
  </PropertyGroup>
`;
  return `${more}
  <ItemGroup>
    <Wit Remove="**/*.wit" />
    <Wit Include="${witPath}" World="${specifier}" />
  </ItemGroup>
`;
}

// The compiler to WebAssembly is not on nuget.org yet.
const NUGET = `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <clear />
    <add key="dotnet-experimental" value="https://pkgs.dev.azure.com/dnceng/public/_packaging/dotnet-experimental/nuget/v3/index.json" />
    <add key="nuget" value="https://api.nuget.org/v3/index.json" />
  </packageSources>
</configuration>
`;
