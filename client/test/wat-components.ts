// Small components for tests, written as WAT: what they do is plain to see, and no toolchain is needed.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { repository } from "./support.ts";

/** What the extension brings of wasm-tools, which sees no files but those that it is given. */
interface WasmTools {
  addFolder(name: string, folder: object): void;
  parse(wat: string): Promise<Uint8Array>;
  componentNew(core: Uint8Array, adapters: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array>;
  componentEmbed(options: { readonly witPath: string; readonly binary: Uint8Array }): Promise<Uint8Array>;
}

function wasmTools(): Promise<WasmTools> {
  return import(pathToFileURL(path.join(repository, "server/dist/wasm-tools/index.js")).href);
}

/** A component whose `wasi:cli/run` does what the core instructions say; they end with an `i32`, 0 for success. */
export function runner(instructions: string, over: { readonly run?: string } = {}): string {
  return `(component
    (core module $m (memory 1) (func $work (result i32) ${instructions}) (func (export "run") (result i32) call $work))
    (core instance $i (instantiate $m))
    (func $run (result (result)) (canon lift (core func $i "run")))
    (instance $r (export "run" (func $run)))
    (export "${over.run ?? "wasi:cli/run@0.2.0"}" (instance $r)))`;
}

/** The component that a text describes. */
export async function assemble(wat: string): Promise<Uint8Array> {
  return (await wasmTools()).parse(wat);
}

/** A command with WASI 0.1's functions, whose fields are given; the memory has 16 pages, and \`$write\` prints bytes of it. */
export async function command(fields: string): Promise<Uint8Array> {
  const core = `(module
    (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_sizes_get" (func $environ_sizes_get (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_get" (func $environ_get (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "path_open"
      (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
    (memory (export "memory") 16)
    (func $write (param $at i32) (param $length i32)
      (i32.store (i32.const 0) (local.get $at))
      (i32.store (i32.const 4) (local.get $length))
      (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
    ${fields})`;
  const adapter = await readFile(
    path.join(repository, "node_modules/@bytecodealliance/jco/lib/wasi_snapshot_preview1.command.wasm"),
  );
  const { componentNew, parse } = await wasmTools();
  return componentNew(await parse(core), [["wasi_snapshot_preview1", adapter]]);
}

/** Prints its environment, the beginning of `f.txt` in the first granted folder, and whether it could write `w.txt` there. */
export const PROBE = `
  (data (i32.const 100) "f.txtw.txt|written|not written")
  (func (export "_start")
    (drop (call $environ_sizes_get (i32.const 16) (i32.const 20)))
    (drop (call $environ_get (i32.const 1024) (i32.const 4096)))
    (call $write (i32.const 4096) (i32.load (i32.const 20)))
    (call $write (i32.const 110) (i32.const 1))
    (if (i32.eqz (call $path_open (i32.const 3) (i32.const 0) (i32.const 100) (i32.const 5) (i32.const 0)
        (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 24)))
      (then
        (i32.store (i32.const 0) (i32.const 8192))
        (i32.store (i32.const 4) (i32.const 100))
        (drop (call $fd_read (i32.load (i32.const 24)) (i32.const 0) (i32.const 1) (i32.const 28)))
        (call $write (i32.const 8192) (i32.load (i32.const 28)))))
    (if (i32.eqz (call $path_open (i32.const 3) (i32.const 0) (i32.const 105) (i32.const 5) (i32.const 1)
        (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 24)))
      (then (call $write (i32.const 110) (i32.const 8)))
      (else (call $write (i32.const 118) (i32.const 12)))))`;

/** Prints a megabyte of letters as often as it is told. */
export function chatter(megabytes: number): string {
  return `
  (func (export "_start") (local $i i32)
    (memory.fill (i32.const 4096) (i32.const 120) (i32.const 1000000))
    (loop $again
      (call $write (i32.const 4096) (i32.const 1000000))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $again (i32.lt_u (local.get $i) (i32.const ${megabytes})))))`;
}

const WASI = "node_modules/@bytecodealliance/jco/lib/wit/builtin/0.2.12";
const SERVICE = `package t:service;
world service { import wasi:http/types@0.2.12; export wasi:http/incoming-handler@0.2.12; }`;

/** A service of WASI 0.2 that answers `greeting`, followed by the path, with status 200; to "/trap" with a trap. */
export async function service(greeting: string): Promise<Uint8Array> {
  const { addFolder, componentEmbed, componentNew, parse } = await wasmTools();
  const deps: Record<string, object> = {};
  for (const name of await readdir(path.join(repository, WASI))) {
    const source = await readFile(path.join(repository, WASI, name, "package.wit"));
    deps[name] = { dir: { "package.wit": { source } } };
  }
  addFolder("/service", {
    dir: { wit: { dir: { "service.wit": { source: Buffer.from(SERVICE) }, deps: { dir: deps } } } },
  });
  const binary = await parse(serviceModule(greeting));
  return componentNew(await componentEmbed({ witPath: "/service/wit", binary }), []);
}

function serviceModule(greeting: string): string {
  const http = "wasi:http/types@0.2.12";
  const streams = "wasi:io/streams@0.2.12";
  const { length } = Buffer.from(greeting);
  return `(module
    (import "${http}" "[constructor]fields" (func $fields (result i32)))
    (import "${http}" "[method]incoming-request.path-with-query" (func $path (param i32 i32)))
    (import "${http}" "[constructor]outgoing-response" (func $response (param i32) (result i32)))
    (import "${http}" "[method]outgoing-response.body" (func $body (param i32 i32)))
    (import "${http}" "[method]outgoing-body.write" (func $stream (param i32 i32)))
    (import "${http}" "[static]outgoing-body.finish" (func $finish (param i32 i32 i32 i32)))
    (import "${http}" "[static]response-outparam.set" (func $set (param i32 i32 i32 i32 i64 i32 i32 i32 i32)))
    (import "${streams}" "[method]output-stream.blocking-write-and-flush" (func $write (param i32 i32 i32 i32)))
    (import "${streams}" "[resource-drop]output-stream" (func $drop (param i32)))
    (memory (export "memory") 1)
    (data (i32.const 1000) ${JSON.stringify(greeting)})
    (global $free (mut i32) (i32.const 8192))
    (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (local $at i32)
      (local.set $at (global.get $free))
      (global.set $free (i32.add (local.get $at) (local.get 3)))
      (local.get $at))
    (func (export "wasi:http/incoming-handler@0.2.12#handle") (param $request i32) (param $out i32)
      (local $answer i32)
      (call $path (local.get $request) (i32.const 16))
      (if (i32.eq (i32.load8_u (i32.add (i32.load (i32.const 20)) (i32.const 1))) (i32.const 116)) (then unreachable))
      (local.set $answer (call $response (call $fields)))
      (call $body (local.get $answer) (i32.const 32))
      (call $stream (i32.load (i32.const 36)) (i32.const 40))
      (call $set (local.get $out) (i32.const 0) (local.get $answer) (i32.const 0) (i64.const 0)
        (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))
      (call $write (i32.load (i32.const 44)) (i32.const 1000) (i32.const ${length}) (i32.const 48))
      (call $write (i32.load (i32.const 44)) (i32.load (i32.const 20)) (i32.load (i32.const 24)) (i32.const 48))
      (call $drop (i32.load (i32.const 44)))
      (call $finish (i32.load (i32.const 36)) (i32.const 0) (i32.const 0) (i32.const 96))))`;
}
