// THE list of the suites that make, build and run components in languages whose toolchains the other suites do not need.
import "./native.test.ts";
import "./languages.test.ts";
import "./samples.test.ts";
import "./features.test.ts";
