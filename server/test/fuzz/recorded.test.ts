// Packages that the fuzzer found to be judged otherwise than by the reference, judged by what the reference said.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { ourAnswer } from "../../fuzz/ours.ts";
import { caseOf, recorded } from "../../fuzz/recorded.ts";
import { maker } from "../support/parser.ts";

for (const case_ of recorded) {
  test(case_.name, () => {
    const errors = ourAnswer(caseOf(case_), maker).errors.map(e =>
      e.file ? `${e.file}:${e.line}:${e.col}` : "nowhere",
    );
    if (case_.reference === "accept") equal(errors.join(", "), "");
    else ok(errors.includes(case_.reference), `wanted ${case_.reference}, got ${errors.join(", ") || "no error"}`);
  });
}
