// Where things are: the repository, its fetched tools, its sample. Every other script takes paths from here.

import path from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Absolute path of a file of the repository, given in parts. */
export const at = (...parts) => path.join(root, ...parts);

/** Absolute path of a fetched tool, below the git-ignored `.tools`. */
export const tool = (...parts) => at(".tools", ...parts);

/** The sample that a tour begins with. */
export const sample = at("test-fixtures", "greeter");

/** Worlds to make components for, and components in several languages: each folder is one. */
export const worlds = at("test-fixtures", "worlds");

/** The workspace with all samples, which `npm start` opens. */
export const samples = at("test-fixtures", "samples.code-workspace");

/** In CI nothing may be skipped: a missing tool is a failure that names the command to install it. */
export const inCi = /^(1|true)$/i.test(process.env.CI ?? "");
