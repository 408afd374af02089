// Semantic versions as WIT uses them (semver.org 2.0.0, with the precedence of Rust's `semver` crate, which also orders build metadata).

import { textCache } from "./memo.ts";
import { compareText } from "./text-order.ts";

export interface SemVer {
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  /** Without the `-`; empty where there is none. */
  readonly pre: string;
  /** Without the `+`; empty where there is none. */
  readonly build: string;
}

const shape = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z.-]+))?$/;
const maxNumber = "18446744073709551615";
const partNames = ["major", "minor", "patch"] as const;

/** Reads a version; a text in place of a version says what is wrong with it, in words. */
export const parseVersion: (text: string) => SemVer | string = textCache(500, readVersion);

function readVersion(text: string): SemVer | string {
  const match = shape.exec(text);
  if (!match) return describeMisshapen(text);
  const [, major = "", minor = "", patch = "", pre = "", build = ""] = match;
  for (const [i, number] of [major, minor, patch].entries()) {
    if (number.length > 1 && number.startsWith("0")) return `the ${partNames[i]} version number has a leading zero`;
    if (compareNumbers(number, maxNumber) > 0) return `the ${partNames[i]} version number is too big`;
  }
  const wrong = wrongSegment(pre, "pre-release", true) ?? wrongSegment(build, "build", false);
  return wrong ?? { major, minor, patch, pre, build };
}

function describeMisshapen(text: string): string {
  if (/\s|\/\*|\/\//.test(text)) return "a version can't hold spaces or comments";
  return /[-+.]$|\.\.|-\.|\+\./.test(text)
    ? "a part of the version is empty"
    : "this is not a version; write three numbers, as in `1.2.3`";
}

function wrongSegment(text: string, what: string, noLeadingZero: boolean): string | undefined {
  if (text === "") return undefined;
  for (const segment of text.split(".")) {
    if (segment === "") return `a part of the ${what} version is empty`;
    if (noLeadingZero && /^0\d+$/.test(segment)) return `the ${what} number \`${segment}\` has a leading zero`;
  }
  return undefined;
}

function compareNumbers(a: string, b: string): number {
  return a.length - b.length || compareText(a, b);
}

/** Negative, zero or positive as `a` comes before, is, or comes after `b`. */
export function compareVersions(a: SemVer, b: SemVer): number {
  const numbers =
    compareNumbers(a.major, b.major) || compareNumbers(a.minor, b.minor) || compareNumbers(a.patch, b.patch);
  return numbers || comparePre(a.pre, b.pre) || compareSegments(a.build, b.build);
}

function comparePre(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return 1;
  if (b === "") return -1;
  return compareSegments(a, b);
}

function compareSegments(a: string, b: string): number {
  const left = a.split(".");
  const right = b.split(".");
  for (let i = 0; i < left.length; i++) {
    if (i >= right.length) return 1;
    const order = compareSegment(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareSegment(a: string, b: string): number {
  const numeric = [/^\d*$/.test(a), /^\d*$/.test(b)];
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  if (!numeric[0]) return compareText(a, b);
  const trim = (s: string): string => s.replace(/^0+/, "");
  return compareNumbers(trim(a), trim(b)) || a.length - b.length;
}

/** The part of a version that decides compatibility: `1` for 1.x.y, `0.2` for 0.2.x, the whole version for 0.0.x and pre-releases. */
export function compatibilityTrack(v: SemVer): string {
  if (v.pre !== "") return versionText(v);
  if (v.major !== "0") return v.major;
  return v.minor !== "0" ? `0.${v.minor}` : `0.0.${v.patch}`;
}

export function versionText(v: SemVer): string {
  return `${v.major}.${v.minor}.${v.patch}${v.pre && `-${v.pre}`}${v.build && `+${v.build}`}`;
}
