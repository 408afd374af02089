// `use`, `import` and `export` take an interface; `include` takes a world.
import { type Rule, report } from "./rule.ts";

export const wrongKind: Rule = {
  code: "wrong-kind",
  severity: "error",
  check: c => {
    for (const { path, offset, role, inner } of c.outline.mentions) {
      if (inner) continue;
      const target = c.targetAt(offset + path.start);
      const kind = "takenFor" in target ? target.takenFor : target.status;
      const name = path.name.text;
      const known = kind === target.status;
      if (role === "include" && kind === "interface")
        report(c, wrongKind, offset, path.name, known ? notWorld(name) : takenForInterface(name));
      else if (role !== "include" && kind === "world")
        report(c, wrongKind, offset, path.name, known ? notInterface(role, name) : takenForWorld(role, name));
    }
  },
};

function notWorld(name: string): string {
  return `\`include\` takes a world, and \`${name}\` is an interface; \`import\` or \`export\` it`;
}

function notInterface(role: "use" | "extern", name: string): string {
  return role === "use"
    ? `\`use\` takes an interface, and \`${name}\` is a world`
    : `\`import\` and \`export\` take an interface, and \`${name}\` is a world; \`include\` it`;
}

function takenForInterface(name: string): string {
  return `\`include\` takes a world, and \`${name}\` is first mentioned as an interface; it can't be both`;
}

function takenForWorld(role: "use" | "extern", name: string): string {
  const takes = role === "use" ? "`use` takes" : "`import` and `export` take";
  return `${takes} an interface, and \`${name}\` is first mentioned as a world; it can't be both`;
}
