// A workspace in memory, laid out from a test text as the server lays out files.
import { type ParsedFile, parseFile } from "../../src/syntax/file.ts";
import { type Layout, layout, rootOf } from "../../src/workspace/layout.ts";
import type { PackageRoot } from "../../src/workspace/layout-types.ts";
import { type Fixture, fixture } from "./fixture.ts";
import { maker } from "./parser.ts";

export interface TestWorkspace {
  readonly fixture: Fixture;
  readonly files: readonly ParsedFile[];
  readonly layout: Layout;
}

/** The workspace that a test text describes; every file is taken as read. */
export function testWorkspace(source: string): TestWorkspace {
  const read = fixture(source);
  const files = read.files.map(({ uri, text }) => parse(uri, text));
  return { fixture: read, files, layout: layout({ files, schemes: folderSchemes }) };
}

export const folderSchemes: ReadonlySet<string> = new Set(["file"]);

export function parse(uri: string, text: string, version = 0): ParsedFile {
  return parseFile({ uri, text, version }, maker);
}

/** The root that a file belongs to; fails where there is none. */
export function rootAt({ layout }: TestWorkspace, uri: string): PackageRoot {
  const root = rootOf(layout, uri);
  if (!root) throw new Error(`${uri} belongs to no package`);
  return root;
}
