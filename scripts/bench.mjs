// npm run bench: our engine beside tfjs, and PyTorch where it is installed, in the same run; how fast result lines are verified;
// then the page in Chromium: how soon it is there and answers, what Lighthouse says, and whether it stays small.
import { installDependencies, root, run } from "./install.mjs";
import { existsSync } from "node:fs";

const ready =
  installDependencies() &&
  run("npm", ["run", "--silent", "build"]) &&
  (existsSync(`${root}/bench/node_modules`) || run("npm", ["ci", "--prefix", "bench"]));
process.exitCode =
  ready &&
  run("node", ["bench/engine.mjs"]) &&
  run("node", ["bench/verify.mjs"]) &&
  run("node", ["bench/page.mjs"]) &&
  run("node", ["bench/lighthouse.mjs"]) &&
  run("node", ["bench/soak.mjs"])
    ? 0
    : 1;
