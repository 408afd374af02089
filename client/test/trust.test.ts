// What the server hears of settings before a workspace is trusted.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { settingsFor } from "../src/trust.ts";

const asked = [{ baseline: "main", lints: { "newer-item": "off" } }, null];

test("a trusted workspace has all settings", () => deepEqual(settingsFor(true, asked), asked));

test("before that there is no baseline", () =>
  deepEqual(settingsFor(false, asked), [{ baseline: "", lints: { "newer-item": "off" } }, null]));
