// `use`, `import` and `export` take an interface; `include` takes a world.
import { type Rule, report } from "./rule.ts";

export const wrongKind: Rule = {
  code: "wrong-kind",
  severity: "error",
  check: c => {
    for (const { path, offset, role, inner } of c.outline.mentions) {
      if (inner) continue;
      const target = c.targetAt(offset + path.start);
      const name = path.name.text;
      if (role === "include" && target.status === "interface") {
        report(
          c,
          wrongKind,
          offset,
          path.name,
          `\`include\` takes a world, and \`${name}\` is an interface; \`import\` or \`export\` it`,
        );
      } else if (role !== "include" && target.status === "world") {
        report(
          c,
          wrongKind,
          offset,
          path.name,
          `\`${role === "use" ? "use" : "import` and `export"}\` ${role === "use" ? "takes" : "take"} an interface, and \`${name}\` is a world${role === "use" ? "" : "; `include` it"}`,
        );
      }
    }
  },
};
