// The releases of WASI that the server knows by heart, in a bundle of their own that is loaded in the background.
import cli2 from "wasi/0.2.12/wasi-cli/package.wit";
import clocks2 from "wasi/0.2.12/wasi-clocks/package.wit";
import filesystem2 from "wasi/0.2.12/wasi-filesystem/package.wit";
import http2 from "wasi/0.2.12/wasi-http/package.wit";
import io2 from "wasi/0.2.12/wasi-io/package.wit";
import random2 from "wasi/0.2.12/wasi-random/package.wit";
import sockets2 from "wasi/0.2.12/wasi-sockets/package.wit";
import cli3 from "wasi/0.3.0/wasi-cli/package.wit";
import clocks3 from "wasi/0.3.0/wasi-clocks/package.wit";
import filesystem3 from "wasi/0.3.0/wasi-filesystem/package.wit";
import http3 from "wasi/0.3.0/wasi-http/package.wit";
import random3 from "wasi/0.3.0/wasi-random/package.wit";
import sockets3 from "wasi/0.3.0/wasi-sockets/package.wit";
import type { Release } from "../workspace/library.ts";

/** In the order in which they are offered. */
export const releases: readonly Release[] = [
  {
    version: "0.2.12",
    packages: {
      io: io2,
      random: random2,
      clocks: clocks2,
      filesystem: filesystem2,
      sockets: sockets2,
      cli: cli2,
      http: http2,
    },
  },
  {
    version: "0.3.0",
    packages: { random: random3, clocks: clocks3, filesystem: filesystem3, sockets: sockets3, cli: cli3, http: http3 },
  },
];
