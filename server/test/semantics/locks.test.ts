// Locks against manifests and `deps`: what is told, where, and that nothing is told where all is in order or not yet fetched.
import { test } from "node:test";
import { checkMarks } from "./marked.ts";

function check(name: string, source: string): void {
  test(name, () => checkMarks(source));
}

const main = `
  //- /p/wit/main.wit
  package a:b;
  world w { import wasi:io/poll@0.2.3; }
`.trim();

const io = `
  //- /p/wit/deps/wasi-io-0.2.3/package.wit
  package wasi:io@0.2.3;
  interface poll { use x:y/i@1.0.0.{t}; }
  //- /p/wit/deps/x-y-1.0.0/package.wit
  package x:y@1.0.0;
  interface i { type t = u8; }
`.trim();

const locked = `
  //- /p/wkg.lock
  version = 1

  [[packages]]
  name = "wasi:io"
  registry = "wasi.dev"

  [[packages.versions]]
  requirement = "=0.2.3"
  version = "0.2.3"
  digest = "sha256:00"
`.trim();

check(
  "wkg: a lock that fits tells nothing; what only dependencies need is in none",
  `
  ${main}
  ${io}
  ${locked}
  `,
);

check(
  "wkg: nothing is told where nothing was fetched, but that the package is missing",
  `
  //- /p/wit/main.wit
  package a:b;
  world w { import wasi:io/poll@0.2.3; }
  //               ^^^^^^^ error[missing-package]: it is not in \`deps\`; \`wkg.lock\` has it: run \`wkg wit fetch\`
  ${locked}
  `,
);

check(
  "wkg: another version is locked",
  `
  ${main}
  ${io}
  //- /p/wkg.lock
  version = 1
  [[packages]]
  name = "wasi:io"
  [[packages.versions]]
  requirement = "=0.2.0"
  version = "0.2.0"
  #          ^^^^^ warning[lock-out-of-sync]: \`wasi:io@0.2.3\` is in \`deps\`, but 0.2.0 is locked: run \`wkg wit fetch\`
  digest = "sha256:00"
  `,
);

check(
  "wkg: a package is not locked, in a lock of the older spelling",
  `
  ${main}
  ${io}
  //- /p/wkg.lock
  version = 1
  # <---------- warning[lock-out-of-sync]: \`wasi:io@0.2.3\` is in \`deps\`, but not locked: run \`wkg wit fetch\`
  [[package]]
  name = "x:y"
  [[package.version]]
  requirement = "=1.0.0"
  version = "1.0.0"
  digest = "sha256:00"
  `,
);

check(
  "wkg: what is locked and needed is not in deps",
  `
  //- /p/wit/main.wit
  package a:b;
  world w { import wasi:io/poll@0.2.3; import wasi:cli/run@0.2.0; }
  //                                          ^^^^^^^^ error[missing-package]: \`wkg.lock\` has it: run \`wkg wit fetch\`
  ${io}
  ${locked}

  [[packages]]
  name = "wasi:cli"
  [[packages.versions]]
  requirement = "=0.2.0"
  version = "0.2.0"
  #          ^^^^^ warning[lock-out-of-sync]: \`wasi:cli@0.2.0\` is locked, but not in \`deps\`: run \`wkg wit fetch\`
  digest = "sha256:00"
  `,
);

check(
  "wkg: what nobody needs any more is faded, not a mistake",
  `
  ${main}
  ${io}
  ${locked}
  [[packages.versions]]
  requirement = "=0.2.0"
  version = "0.2.0"
  #          ^^^^^ hint[lock-out-of-sync]: no package needs \`wasi:io@0.2.0\`
  digest = "sha256:00"
  `,
);

check(
  "wkg: packages that share a lock need not need the same",
  `
  ${main}
  ${io}
  //- /p/two/wit/main.wit
  package c:d;
  world w { import wasi:cli/run@0.2.0; }
  //               ^^^^^^^^ error[missing-package]
  ${locked}
  [[packages]]
  name = "wasi:cli"
  [[packages.versions]]
  requirement = "=0.2.0"
  version = "0.2.0"
  `,
);

check(
  "wkg: overrides are not locked, and a workspace's dependencies lie elsewhere",
  `
  ${main}
  ${io}
  //- /p/wkg.lock
  version = 1
  //- /p/wkg.toml
  [overrides]
  "wasi:io" = { path = "../io/wit" }
  //- /q/wit/main.wit
  package a:b;
  world w { import wasi:io/poll@0.2.3; }
  //- /q/wit/deps/io.wit
  package wasi:io@0.2.3;
  interface poll {}
  //- /q/wkg.lock
  version = 1
  //- /q/wkg.toml
  [workspace]
  members = ["wit"]
  `,
);

check(
  "wkg: a lock of a version to come tells nothing",
  `
  ${main}
  ${io}
  //- /p/wkg.lock
  version = 2
  packages = "in another way"
  `,
);

check(
  "an override says where a missing package comes from",
  `
  //- /p/wit/main.wit
  package a:b;
  world w { import my:lib/i; }
  //               ^^^^^^ error[missing-package]: \`wkg.toml\` takes it from \`../lib/wit\`: run \`wkg wit fetch\`
  //- /p/wkg.toml
  [overrides]
  "my:lib" = { path = "../lib/wit" }
  `,
);

check(
  "what is no TOML is told of, and nothing else",
  `
  ${main}
  ${io}
  //- /p/wkg.lock
  version = 1
  <<<<<<< HEAD
  # <----------- warning[invalid-manifest]: this is not valid TOML
  `,
);

const clocks = `
  //- /p/wit/main.wit
  package a:b;
  world w { import wasi:clocks/wall; }
  //- /p/wit/deps/clocks/wall.wit
  package wasi:clocks;
  interface wall {}
`.trim();

check(
  "wit-deps: a lock that fits tells nothing",
  `
  ${clocks}
  //- /p/wit/deps.toml
  clocks = "https://example.com/clocks.tar.gz"
  //- /p/wit/deps.lock
  [clocks]
  url = "https://example.com/clocks.tar.gz"
  sha256 = "00"
  sha512 = "00"
  `,
);

check(
  "wit-deps: the manifest, the lock and the folders differ",
  `
  ${clocks}
  //- /p/wit/deps/own/own.wit
  package my:things;
  //- /p/wit/deps.toml
  clocks = { url = "https://example.com/clocks.tar.gz", prefix = "new/clocks" }
  # <----- warning[lock-out-of-sync]: \`clocks\` was locked from https://example.com/clocks.tar.gz (old/clocks): run \`wit-deps\`
  local = "../../lib/wit"
  # <---- warning[lock-out-of-sync]: \`local\` is not in \`deps.lock\`: run \`wit-deps\`
  //- /p/wit/deps.lock
  # written by wit-deps
  # <-------------------- information[lock-out-of-sync]: \`deps/own\` is not locked here
  [clocks]
  url = "https://example.com/clocks.tar.gz"
  prefix = "old/clocks"
  deps = ["io"]
  [io]
  #^^ warning[lock-out-of-sync]: \`io\` is locked, but there is no \`deps/io\`: run \`wit-deps\`
  sha256 = "00"
  [gone]
  #^^^^ warning[lock-out-of-sync]: \`gone\` is locked, but not in \`deps.toml\` any more
  #^^^^ warning[lock-out-of-sync]: \`gone\` is locked, but there is no \`deps/gone\`
  path = "../gone"
  `,
);

check(
  "wit-deps: a missing package that the manifest names, and one that it does not",
  `
  //- /p/wit/main.wit
  package a:b;
  world w { import wasi:clocks/wall; import wasi:io/poll; }
  //               ^^^^^^^^^^^ error[missing-package]: \`deps.toml\` names it: run \`wit-deps\`
  //                                        ^^^^^^^ error[missing-package]: name it in \`deps.toml\` and run \`wit-deps\`, or put its files into a folder in \`wit/deps\`
  //- /p/wit/deps.toml
  clocks = "https://example.com/clocks.tar.gz"
  `,
);
