// The logger that stands in for VS Code's native one writes what output channels and logs need.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { withTempFolder } from "../lib/files.mjs";

const { createAsyncRotatingLogger } = createRequire(import.meta.url)("../host/spdlog.cjs");

const withLogger = (size, action) =>
  withTempFolder("wit-logger-", async folder => {
    const file = path.join(folder, "made", "for", "it", "x.log");
    await action(await createAsyncRotatingLogger("x", file, size, 1), file);
  });

test("a channel's text is written as it is", () =>
  withLogger(1000, async (logger, file) => {
    logger.clearFormatters();
    logger.info("one ");
    logger.info("ü\n");
    assert.equal(await readFile(file, "utf8"), "one ü\n");
  }));

test("a log's lines have time and level, and lower levels are left out", () =>
  withLogger(1000, async (logger, file) => {
    logger.setLevel(3);
    logger.info("no");
    logger.error("yes");
    assert.match(await readFile(file, "utf8"), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[error\] yes\n$/);
  }));

test("a file that grew too long is put aside", () =>
  withLogger(10, async (logger, file) => {
    logger.clearFormatters();
    logger.info("0123456789ab");
    logger.info("new");
    assert.equal(await readFile(file, "utf8"), "new");
    assert.equal(await readFile(file.replace(".log", ".1.log"), "utf8"), "0123456789ab");
  }));
