// THE list of the suites that run in the editor; they use the suite(), suiteSetup() and test() that Mocha puts in the global scope.
import "./activation.test.ts";
import "./language.test.ts";
import "./baseline.test.ts";
import "./build.test.ts";
import "./fit.test.ts";
import "./run.test.ts";
import "./stray.test.ts";
import "./tasks.test.ts";
import "./debug.test.ts";
import "./ways.test.ts";
import "./doctor.test.ts";
import "./invoke.test.ts";
import "./invoke-view.test.ts";
import "./serve.test.ts";
import "./overhead.test.ts";
import "./fetch.test.ts";
import "./server.test.ts";
