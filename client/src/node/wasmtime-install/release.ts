// Which file of Wasmtime's official releases is the one for a machine, and what GitHub says of it.

export interface Release {
  /** `49.0.3`. */
  readonly version: string;
  readonly asset: Asset;
}

export interface Asset {
  readonly name: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 in lower-case hexadecimal digits. */
  readonly sha256: string;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Whether Linux's C library is musl. */
  readonly isMusl: boolean;
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: "x86_64",
  arm64: "aarch64",
  riscv64: "riscv64gc",
  s390x: "s390x",
};
const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: "linux",
  darwin: "macos",
  win32: "windows",
};

/** `x86_64-linux`, as the releases name it; `undefined` where there is none for this machine. */
export function targetOf({ platform, arch, isMusl }: Machine): string | undefined {
  const [architecture, system] = [ARCHITECTURES[arch], SYSTEMS[platform]];
  if (architecture === undefined || system === undefined) return undefined;
  return `${architecture}-${platform === "linux" && isMusl ? "musl" : system}`;
}

/** Name of the release's folder in its archive, and of the archive before its ending. */
export function baseName(version: string, target: string): string {
  return `wasmtime-v${version}-${target}`;
}

/** The release in GitHub's answer; throws an Error for people where it has not what is needed. */
export function readRelease(answer: unknown, machine: Machine): Release {
  const target = targetOf(machine);
  if (target === undefined) {
    throw new Error(
      `There is no official release of Wasmtime for ${machine.platform} on ${machine.arch}. Build it as https://wasmtime.dev says.`,
    );
  }
  const { tag_name: tag, assets } = (answer ?? {}) as { readonly tag_name?: unknown; readonly assets?: unknown };
  const version = typeof tag === "string" ? /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1] : undefined;
  if (version === undefined || !Array.isArray(assets)) throw new Error("GitHub's answer does not describe a release.");
  const name = `${baseName(version, target)}${machine.platform === "win32" ? ".zip" : ".tar.xz"}`;
  const found = assets.map(readAsset).find(asset => asset?.name === name);
  if (found === undefined) throw new Error(`Wasmtime ${version} has no ${name} with a size and a SHA-256 digest.`);
  return { version, asset: found };
}

function readAsset(given: unknown): Asset | undefined {
  const { name, browser_download_url: url, size, digest } = (given ?? {}) as Readonly<Record<string, unknown>>;
  const sha256 = typeof digest === "string" ? /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1] : undefined;
  if (typeof name !== "string" || typeof url !== "string" || typeof size !== "number" || sha256 === undefined) {
    return undefined;
  }
  return { name, url, size, sha256 };
}
