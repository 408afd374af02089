// Takes the place of the native module @vscode/spdlog in the fetched VS Code server, which is installed without a compiler. Without it every
// output channel stays empty, for the extension host writes channels as log files through this module. Same functions, plain files.
const fs = require("node:fs");
const path = require("node:path");

const names = ["trace", "debug", "info", "warning", "error", "critical", "off"];

class Logger {
  #file;
  #maxSize;
  #size;
  #level = 2;
  #plain = false;

  constructor(_kind, _name, file, maxSize) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.#file = file;
    this.#maxSize = maxSize;
    this.#size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  trace(text) {
    this.#write(0, text);
  }

  debug(text) {
    this.#write(1, text);
  }

  info(text) {
    this.#write(2, text);
  }

  warn(text) {
    this.#write(3, text);
  }

  error(text) {
    this.#write(4, text);
  }

  critical(text) {
    this.#write(5, text);
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  // The pattern is always the same in VS Code: time, level, text.
  setPattern() {
    this.#plain = false;
  }

  /** From now on texts are written as they are, without a line end: so are output channels. */
  clearFormatters() {
    this.#plain = true;
  }

  // Every write is on disk when it returns.
  flush() {}

  drop() {}

  #write(level, text) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace("T", " ").replace("Z", "");
    const line = this.#plain ? text : `${time} [${names[level]}] ${text}\n`;
    fs.appendFileSync(this.#file, line);
    this.#size += Buffer.byteLength(line);
    if (this.#maxSize > 0 && this.#size > this.#maxSize) this.#rotate();
  }

  /** Keeps one older file. */
  #rotate() {
    const { dir, name, ext } = path.parse(this.#file);
    fs.renameSync(this.#file, path.join(dir, `${name}.1${ext}`));
    this.#size = 0;
  }
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (...args) => new Logger("rotating", ...args);
exports.createAsyncRotatingLogger = async (...args) => new Logger("rotating_async", ...args);
