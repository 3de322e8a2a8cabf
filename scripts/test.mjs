// npm test: installs what it needs, runs every stage even after a failure, adds up, and says so in its last line.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findFirefox } from "./firefox.mjs";
import { installDependencies, root, run, unsupportedNode } from "./install.mjs";
import { findPython } from "./python.mjs";

/** A path from the project's root has no spaces, at which a shell on Windows would break it. */
const reports = `node_modules/.cache/neural-viz-test/${process.pid}`;
const unitReport = `${reports}/unit.json`;
const browserReport = `${reports}/browser.json`;

let passed = 0;
let failed = 0;
let skipped = 0;

function note(name, result) {
  passed += result.passed;
  failed += result.failed;
  skipped += result.skipped ?? 0;
  console.log(
    `${result.failed === 0 ? "ok  " : "FAIL"} ${name}: ${result.passed} passed, ${result.failed} failed`,
  );
}

/** Runs one stage; its output is shown when it failed. */
function stage(name, args, count, command = "npx") {
  console.log(`\n— ${name}`);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 28,
    shell: command === "npx" && process.platform === "win32",
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, browserReport) },
  });
  const succeeded = status === 0;
  if (!succeeded) console.log([stdout, stderr, error?.message].filter(Boolean).join("\n"));
  note(name, count === undefined ? one(succeeded) : counted(() => count(stderr), succeeded));
}

const one = (succeeded) => ({ passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 });

/** What a report counted; a run that broke off, counted nothing or failed outside of its tests has failed. */
function counted(count, succeeded) {
  try {
    const result = count();
    if (result.passed + result.failed === 0) return { passed: 0, failed: 1 };
    return !succeeded && result.failed === 0 ? { ...result, failed: 1 } : result;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function unitCount() {
  const report = JSON.parse(readFileSync(join(root, unitReport), "utf8"));
  const suitesThatBroke = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.every(({ status }) => status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + suitesThatBroke.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What unittest says at the end: "Ran 36 tests in 19.2s", "FAILED (failures=1, errors=1, skipped=2)". */
function unittestCount(printed) {
  const said = (pattern) => Number(pattern.exec(printed)?.[1] ?? 0);
  const skips = said(/\bskipped=(\d+)/);
  const failures = said(/\bfailures=(\d+)/) + said(/\berrors=(\d+)/);
  return {
    passed: Math.max(0, said(/^Ran (\d+) tests?/m) - failures - skips),
    failed: failures,
    skipped: skips,
  };
}

function browserCount() {
  const { stats, errors } = JSON.parse(readFileSync(join(root, browserReport), "utf8"));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

const tooOld = unsupportedNode();
if (tooOld !== undefined) {
  console.log(tooOld);
  note("install", one(false));
} else if (!installDependencies()) {
  note("install", one(false));
} else {
  note("install", one(true));
  stage("build", ["npm", "run", "--silent", "build"]);
  stage("types", ["tsc", "-b"]);
  stage("lint", ["oxlint", "--deny-warnings"]);
  stage("format", ["oxfmt", "--check", "."]);
  stage("dead code", ["knip"]);
  stage("reference", ["node", "scripts/api.mjs", "--check"]);
  stage("licenses", ["node", "scripts/licenses.mjs", "--check"]);
  stage("package", ["npm", "run", "--silent", "package"]);
  stage("size", ["node", "scripts/size-budget.mjs"]);
  run("node", ["scripts/ensure-pytorch.mjs"]);
  stage(
    "units",
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
    unitCount,
  );
  const python = findPython("torch", "numpy") ?? findPython();
  if (python === undefined) {
    skipped += 1;
    console.log("\nskipped: the recorder in Python, for there is no Python; NEURAL_VIZ_PYTHON names one");
  } else {
    stage("recorder", ["-B", "-m", "unittest", "discover", "-s", "packages/python"], unittestCount, python);
  }
  stage("browser installed", ["node", "scripts/ensure-browser.mjs"]);
  if (findFirefox() === undefined) {
    skipped += 1;
    console.log("\nskipped: in Firefox, for none was found; FIREFOX_PATH names one");
  }
  stage("in the browser", ["playwright", "test", "--reporter=line,json"], browserCount);
}
rmSync(join(root, reports), { recursive: true, force: true });
if (skipped > 0) console.log(`\n${skipped} skipped`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
