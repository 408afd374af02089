// Makes package-lock.json whole: npm leaves out the optional packages for other systems that the registry at hand does not carry, and
// then refuses the file, here as on those systems.

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** Entries that are missing from a lock file's `packages`: one for each optional dependency on an exact version that has none, by its place. */
export function missingEntries(packages) {
  const missing = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d/.test(version) || isResolved(packages, place, name)) continue;
      missing[`node_modules/${name}`] = entryFor(name, version, entry.dev === true);
    }
  }
  return missing;
}

/** Node looks for a package in the one that asks and in every folder above. */
function isResolved(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${folder}${folder === "" ? "" : "/"}node_modules/${name}`] !== undefined) return true;
    if (!folder.includes("node_modules/")) return packages[`node_modules/${name}`] !== undefined;
  }
}

/** Such packages say in their names what they are for: `@x/y-linux-arm64-musl`, `@x/y-win32-x64-msvc`. */
function entryFor(name, version, dev) {
  const words = name.split(/[-/]/);
  const os = words.find(word => systems.includes(word));
  const cpu = words.find(word => processors.includes(word));
  const libc = words.includes("musl") ? "musl" : /gnu/.test(name) && os === "linux" ? "glibc" : undefined;
  if (os === undefined && cpu === undefined) throw new Error(`${name} does not say which system it is for`);
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}
