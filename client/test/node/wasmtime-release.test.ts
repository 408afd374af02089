import assert from "node:assert/strict";
import { test } from "node:test";
import { official } from "../../src/node/wasmtime-install/download.ts";
import { type Machine, readRelease, targetOf } from "../../src/node/wasmtime-install/release.ts";

const TARGETS: readonly (readonly [Machine["platform"], string, boolean, string | undefined])[] = [
  ["linux", "x64", false, "x86_64-linux"],
  ["linux", "x64", true, "x86_64-musl"],
  ["linux", "arm64", false, "aarch64-linux"],
  ["darwin", "arm64", false, "aarch64-macos"],
  ["win32", "x64", false, "x86_64-windows"],
  ["linux", "mips", false, undefined],
  ["freebsd", "x64", false, undefined],
];

for (const [platform, arch, isMusl, target] of TARGETS) {
  test(`${platform} ${arch}${isMusl ? " with musl" : ""}: ${target}`, () => {
    assert.equal(targetOf({ platform, arch, isMusl }), target);
  });
}

const LINUX: Machine = { platform: "linux", arch: "x64", isMusl: false };
const WINDOWS: Machine = { platform: "win32", arch: "x64", isMusl: false };
const SHA256 = "ab".repeat(32);

function asset(name: string, over: object = {}): object {
  return { name, browser_download_url: `https://github.com/${name}`, size: 10, digest: `sha256:${SHA256}`, ...over };
}

test("the asset is the one of the machine", () => {
  const assets = [
    asset("wasmtime-v49.0.3-x86_64-linux-c-api.tar.xz"),
    asset("wasmtime-v49.0.3-x86_64-linux.tar.xz"),
    asset("wasmtime-v49.0.3-x86_64-windows.msi"),
    asset("wasmtime-v49.0.3-x86_64-windows.zip"),
  ];
  const answer = { tag_name: "v49.0.3", assets };
  assert.deepEqual(readRelease(answer, LINUX), {
    version: "49.0.3",
    asset: {
      name: "wasmtime-v49.0.3-x86_64-linux.tar.xz",
      url: "https://github.com/wasmtime-v49.0.3-x86_64-linux.tar.xz",
      size: 10,
      sha256: SHA256,
    },
  });
  assert.equal(readRelease(answer, WINDOWS).asset.name, "wasmtime-v49.0.3-x86_64-windows.zip");
  assert.throws(
    () => readRelease(answer, { ...LINUX, arch: "mips" }),
    /no official release of Wasmtime for linux on mips/,
  );
});

test("what is no release is not taken for one, and one without a digest is not installed", () => {
  const name = "wasmtime-v49.0.3-x86_64-linux.tar.xz";
  for (const answer of [
    null,
    [],
    { message: "rate limit" },
    { tag_name: "../../x", assets: [] },
    { tag_name: "v49.0.3" },
  ]) {
    assert.throws(() => readRelease(answer, LINUX), /does not describe a release/);
  }
  for (const over of [{ digest: undefined }, { digest: "md5:1" }, { digest: "sha256:xyz" }, { size: "1" }]) {
    const answer = { tag_name: "v49.0.3", assets: [null, asset(name, over)] };
    assert.throws(() => readRelease(answer, LINUX), /with a size and a SHA-256 digest/);
  }
});

const ADDRESSES: readonly (readonly [url: string, isAllowed: boolean])[] = [
  ["https://api.github.com/repos/bytecodealliance/wasmtime/releases/latest", true],
  ["https://github.com/bytecodealliance/wasmtime/releases/download/v49.0.3/x.tar.xz", true],
  ["https://release-assets.githubusercontent.com/x?y", true],
  ["http://github.com/x", false],
  ["https://github.com:8443/x", false],
  ["https://github.com.example.com/x", false],
  ["https://evil.githubusercontent.com/x", false],
  ["file:///etc/passwd", false],
];

for (const [url, isAllowed] of ADDRESSES) {
  test(`${url} is ${isAllowed ? "" : "not "}where releases are`, () => {
    assert.equal(official.allows(new URL(url)), isAllowed);
  });
}
