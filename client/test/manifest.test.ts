// What the extension tells VS Code of itself: every setting is described, and every name in it leads somewhere.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { componentCommands } from "../src/node/component-commands.ts";
import { guests } from "../src/node/guests/list.ts";
import { repository } from "./support.ts";

interface Schema {
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Schema>> };
    readonly taskDefinitions: readonly { readonly properties: Readonly<Record<string, Schema>> }[];
    readonly debuggers: readonly { readonly configurationAttributes: { readonly launch: Schema } }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: Readonly<Record<string, string>> }[];
    }[];
  };
}

const manifest = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8")) as Manifest;
const { commands, configuration, taskDefinitions, debuggers, walkthroughs } = manifest.contributes;
const names = commands.map(({ command }) => command);

/** The paths of what is not described, below a schema's properties. */
function undescribed(properties: Readonly<Record<string, Schema>>): readonly string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const told = schema.markdownDescription ?? schema.description ?? "";
    const choices = schema.enumDescriptions ?? schema.markdownEnumDescriptions;
    const lacks = told === "" || (choices !== undefined && choices.length !== schema.enum?.length);
    const below = undescribed(schema.properties ?? {}).map(each => `${name}.${each}`);
    return lacks ? [name, ...below] : below;
  });
}

test("every setting, and every property of tasks and launch configurations, is described", () => {
  assert.deepEqual(undescribed(configuration.properties), []);
  for (const { properties } of taskDefinitions) assert.deepEqual(undescribed(properties), []);
  for (const { configurationAttributes } of debuggers)
    assert.deepEqual(undescribed(configurationAttributes.launch.properties ?? {}), []);
});

test("every tool that a guest needs can be set", () => {
  const known = new Set(Object.keys(configuration.properties["wit.tools"]?.properties ?? {}));
  const needed = guests.flatMap(({ needs }) => needs.flat()).map(({ id }) => id);
  assert.deepEqual(
    needed.filter(id => !known.has(id)),
    [],
  );
});

test("what an untrusted workspace must not set are settings, and those that name programs are among them", () => {
  const { restrictedConfigurations: restricted } = manifest.capabilities.untrustedWorkspaces;
  const settings = Object.keys(configuration.properties);
  assert.deepEqual(
    restricted.filter(name => !settings.includes(name)),
    [],
  );
  const programs = settings.filter(name => /\.path$|\.arguments$|^wit\.tools$/.test(name));
  assert.deepEqual(
    programs.filter(name => !restricted.includes(name)),
    [],
  );
});

test("every command about components is in the palette's list, under a name", () => {
  assert.deepEqual(
    componentCommands.filter(name => !names.includes(name)),
    [],
  );
  for (const { title } of commands) assert.notEqual(title, "");
});

test("the walkthrough's links and pictures are there", () => {
  for (const { description, media } of walkthroughs.flatMap(({ steps }) => steps)) {
    for (const [, name] of description.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(names.includes(name!), name);
    for (const file of Object.values(media)) assert.ok(existsSync(path.join(repository, file)), file);
  }
});
