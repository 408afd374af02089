// THE list of the suites that run in the web extension host: the language features' own, and what is the browser's alone.
import "../host/language.test.ts";
import "./web.test.ts";
