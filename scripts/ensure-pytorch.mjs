// Finds a Python with PyTorch and Jupyter for the tests of the exports, or installs Debian's; never fails.
import { spawnSync } from "node:child_process";

const MODULES = ["torch", "numpy", "nbformat", "nbclient", "ipykernel"];
const PACKAGES = ["python3-torch", "python3-nbformat", "python3-nbclient", "python3-ipykernel"];
const HAS =
  "import importlib.util as u, sys; sys.exit(any(u.find_spec(name) is None for name in sys.argv[1:]))";

const run = (command, args, stdio = "inherit") =>
  spawnSync(command, args, { stdio, timeout: 600_000 }).status === 0;

const ready = () =>
  [process.env.NEURAL_VIZ_PYTHON, "python3", "/usr/bin/python3"].some(
    (python) => python && run(python, ["-c", HAS, ...MODULES], "ignore"),
  );

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
