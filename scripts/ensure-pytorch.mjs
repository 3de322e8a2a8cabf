// Finds a Python with PyTorch and Jupyter for the tests of the exports, or installs Debian's; never fails.
import { spawnSync } from "node:child_process";
import { findPython } from "./python.mjs";

const MODULES = ["torch", "numpy", "nbformat", "nbclient", "ipykernel"];
const PACKAGES = ["python3-torch", "python3-nbformat", "python3-nbclient", "python3-ipykernel"];

const run = (command, args) => spawnSync(command, args, { stdio: "inherit", timeout: 600_000 }).status === 0;

const ready = () => findPython(...MODULES) !== undefined;

if (!ready() && process.getuid?.() === 0) {
  console.log("No Python with PyTorch and Jupyter found: installing Debian's.");
  const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES]);
  if (!install() && run("apt-get", ["update"])) install();
}
if (!ready()) {
  console.log(
    `SKIPPED: tests that want real PyTorch or Jupyter, for there is no Python with ${MODULES.join(", ")} (Debian: apt-get install ${PACKAGES.join(" ")}; or set NEURAL_VIZ_PYTHON).`,
  );
}
