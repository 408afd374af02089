// Two fields, cases or flags of one type with the same name; case and hyphens do not count.

import { canonicalName } from "../../syntax/names.ts";
import { facts } from "../facts.ts";
import { here, type Rule, report } from "./rule.ts";

const words = { record: "field", variant: "case", enum: "case", flags: "flag" } as const;

export const duplicateField: Rule = {
  code: "duplicate-field",
  severity: "error",
  needs: facts.doubleField,
  byMember: "alone",
  check: c => {
    for (const { unit, offset } of c.outline.types) {
      if (unit.kind === "type" || unit.kind === "resource") continue;
      const seen = new Map<string, (typeof unit.fields)[number]>();
      for (const field of unit.fields) {
        const key = canonicalName(field.name.text);
        const before = seen.get(key);
        if (!before) {
          seen.set(key, field);
          continue;
        }
        const word = words[unit.kind];
        const same = before.name.text === field.name.text;
        const message = same
          ? `there are two ${word}s \`${field.name.text}\`; rename one`
          : `the ${word}s \`${before.name.text}\` and \`${field.name.text}\` differ only by case or hyphens`;
        report(c, duplicateField, offset, field.name, message, {
          related: [here(c, offset + before.name.start, offset + before.name.end, `the first ${word} is here`)],
        });
      }
    }
  },
};
