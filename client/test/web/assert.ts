// What the tests use of Node's assertions, for a browser; the bundle puts it in their place.

class AssertionError extends Error {
  // Mocha shows the difference of these two.
  readonly showDiff = true;

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
  }
}

function ok(value: unknown, message = `${value} is not true`): void {
  if (!value) throw new AssertionError(message);
}

function equal(actual: unknown, expected: unknown, message = `${actual} is not ${expected}`): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected);
}

function deepEqual(actual: unknown, expected: unknown, message = "not deeply equal"): void {
  if (!isSame(actual, expected)) throw new AssertionError(message, actual, expected);
}

function match(text: string, pattern: RegExp, message = `${text} does not match ${pattern}`): void {
  if (!pattern.test(text)) throw new AssertionError(message, text, String(pattern));
}

function fail(message: string): never {
  throw new AssertionError(message);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(key => Object.hasOwn(b, key) && isSame(a[key as never], b[key as never]));
}

const assert = { ok, equal, deepEqual, match, fail };

// In the place of a module whose default export the tests import.
export { assert as default };
