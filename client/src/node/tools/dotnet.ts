// .NET's command line, which builds components of projects with componentize-dotnet.
import path from "node:path";
import type { Tool } from "./tool.ts";

export const dotnet: Tool = {
  id: "dotnet",
  label: ".NET SDK",
  purpose: "builds components of C#",
  programs: ["dotnet"],
  after: ({ around }) => [
    ...(around.env.DOTNET_ROOT === undefined ? [] : [around.env.DOTNET_ROOT]),
    path.join(around.home, ".dotnet"),
  ],
  versionArguments: ["--version"],
  readVersion: output => /^(\d+\.\d+\.\d\S*)/m.exec(output)?.[1],
  minimum: "8.0",
  install: () => ({ text: "Install the .NET SDK from https://dotnet.microsoft.com/download." }),
};
