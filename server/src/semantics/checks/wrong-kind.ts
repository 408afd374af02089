// `use`, `import` and `export` take an interface; `include` takes a world.
import type { Mention } from "../outline.ts";
import { type Rule, report } from "./rule.ts";

export const wrongKind: Rule = {
  code: "wrong-kind",
  severity: "error",
  check: c => {
    for (const { path, offset, role, inner } of c.outline.mentions) {
      if (inner) continue;
      const target = c.targetAt(offset + path.start);
      const kind = "takenFor" in target ? target.takenFor : target.status;
      const known = kind === target.status;
      if (kind !== (role === "include" ? "interface" : "world")) continue;
      const name = path.name.text;
      const place = known && "id" in target && target.id !== undefined ? { item: target.id } : undefined;
      report(c, wrongKind, offset, path.name, known ? messageFor(role, name) : takenFor(role, name), {
        related: place ? [{ message: `${kind} \`${name}\` is here`, place }] : [],
      });
    }
  },
};

function takenFor(role: Mention["role"], name: string): string {
  const takes = {
    include: "`include` takes a world",
    use: "`use` takes an interface",
    extern: "`import` and `export` take an interface",
  };
  return `${takes[role]}, and \`${name}\` is first mentioned as ${role === "include" ? "an interface" : "a world"}; it can't be both`;
}

function messageFor(role: Mention["role"], name: string): string {
  switch (role) {
    case "include":
      return `\`include\` takes a world, and \`${name}\` is an interface; \`import\` or \`export\` it`;
    case "use":
      return `\`use\` takes an interface, and \`${name}\` is a world`;
    case "extern":
      return `\`import\` and \`export\` take an interface, and \`${name}\` is a world; \`include\` it`;
  }
}
