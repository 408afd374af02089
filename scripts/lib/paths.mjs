// Where things are: the repository, its fetched tools, its sample. Every other script takes paths from here.

import path from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Absolute path of a file of the repository, given in parts. */
export const at = (...parts) => path.join(root, ...parts);

/** Absolute path of a fetched tool, below the git-ignored `.tools`. */
export const tool = (...parts) => at(".tools", ...parts);

/** The sample workspace that `npm start` opens. */
export const sample = at("test-fixtures", "greeter");

/** In CI nothing may be skipped: a missing tool is a failure that names the command to install it. */
export const inCi = /^(1|true)$/i.test(process.env.CI ?? "");
