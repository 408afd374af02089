// `use`, `import` and `export` take an interface; `include` takes a world.
import { type Rule, report } from "./rule.ts";

export const wrongKind: Rule = {
  code: "wrong-kind",
  severity: "error",
  check: c => {
    for (const { path, offset, role } of c.outline.mentions) {
      const target = c.targetAt(offset + path.start);
      const name = path.name.text;
      if (role === "include" && target.status === "interface") {
        report(
          c,
          wrongKind,
          offset,
          path.name,
          `\`${name}\` is an interface; \`include\` takes a world (to have an interface, \`import\` or \`export\` it)`,
        );
      } else if (role !== "include" && target.status === "world") {
        report(
          c,
          wrongKind,
          offset,
          path.name,
          `\`${name}\` is a world; an interface must stand here (to have what a world has, \`include\` it)`,
        );
      }
    }
  },
};
