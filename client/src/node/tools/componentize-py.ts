// componentize-py, which makes components of Python: in the project's virtual environment first.
import path from "node:path";
import { findIn, isProgram, pathFolders } from "../find-program.ts";
import type { InstallHint, Tool, ToolSearch } from "./tool.ts";

const PACKAGE = "componentize-py";

export const componentizePy: Tool = {
  id: "componentizePy",
  label: PACKAGE,
  purpose: "makes components of Python",
  programs: [PACKAGE],
  before: search => environments(search).map(folder => programsOf(folder, search)),
  // Where pipx, uv and "pip install --user" put programs.
  after: ({ around }) => [path.join(around.home, ".local", "bin")],
  versionArguments: ["--version"],
  readVersion: output => /^componentize-py (\d\S*)/m.exec(output)?.[1],
  install,
};

/** The virtual environments of a project, and the one that is active. */
function environments({ projectFolder, around }: ToolSearch): readonly string[] {
  const own = projectFolder === undefined ? [] : [".venv", "venv"].map(name => path.join(projectFolder, name));
  const active = around.env.VIRTUAL_ENV;
  return active === undefined ? own : [...own, active];
}

function programsOf(environment: string, { around }: ToolSearch): string {
  return path.join(environment, around.platform === "win32" ? "Scripts" : "bin");
}

async function install(search: ToolSearch): Promise<InstallHint> {
  const { around, projectFolder } = search;
  const cwd = projectFolder ?? around.home;
  for (const environment of environments(search)) {
    const python = path.join(programsOf(environment, search), around.platform === "win32" ? "python.exe" : "python");
    if (!(await isProgram(python))) continue;
    const args = ["-m", "pip", "install", PACKAGE];
    return {
      text: `Install it with "pip install ${PACKAGE}" in ${environment}.`,
      call: { program: python, args, cwd },
    };
  }
  for (const [name, args] of [
    ["pipx", ["install", PACKAGE]],
    ["uv", ["tool", "install", PACKAGE]],
  ] as const) {
    const program = await findIn(pathFolders(around), name, around);
    if (program !== undefined)
      return { text: `Install it with "${[name, ...args].join(" ")}".`, call: { program, args, cwd } };
  }
  const python = around.platform === "win32" ? ".venv\\Scripts\\python" : ".venv/bin/python";
  return {
    text: `Install it in a virtual environment of the project: "python -m venv .venv", then "${python} -m pip install ${PACKAGE}".`,
  };
}
