// WASI's conventions: names are in lower case; only acronyms stand in capitals (`HTTP-request-denied`).
import { nameFault } from "../../syntax/names.ts";
import { declaredNames } from "./declared-names.ts";
import { type Lint, lint, packageLint } from "./lint.ts";

export const upperCaseName: Lint = {
  name: "upper-case-name",
  severity: "hint",
  byMember: "alone",
  check: c => {
    for (const { name, unit, offset } of declaredNames(c.outline)) {
      const lower = name.text.toLowerCase();
      if (!isShouted(name.text)) continue;
      lint(c, upperCaseName, unit, offset, name, message(lower), { data: { name: lower } });
    }
  },
  checkPackage: p =>
    p.package.headers.flatMap(({ unit, name, scope, offset }) =>
      [...name.namespaces, ...name.names].flatMap(part =>
        isShouted(part.text)
          ? packageLint(p, upperCaseName, { scope, unit, offset }, part, message(part.text.toLowerCase()))
          : [],
      ),
    ),
};

function message(lower: string): string {
  return `names are in lower case by convention, acronyms aside: \`${lower}\``;
}

/** Longer words in capitals are no acronyms, and several words in capitals are hardly ever all acronyms. */
const longestAcronym = 5;

function isShouted(name: string): boolean {
  // What is no name at all is an error, and its lower case may be none either.
  if (!/[A-Z]/.test(name) || nameFault(name)) return false;
  const words = name.split("-").filter(word => /[A-Za-z]/.test(word));
  if (words.some(word => /^[A-Z]/.test(word) && word.length > longestAcronym && !/\d/.test(word))) return true;
  return words.length > 1 && words.every(word => /[A-Z]/.test(word));
}
