// Needs nothing that is installed: what may install a Python with PyTorch asks here first.
import { spawnSync } from "node:child_process";

const HAS =
  "import importlib.util as u, sys; sys.exit(any(u.find_spec(name) is None for name in sys.argv[1:]))";

/**
 * The first Python that has these modules: NEURAL_VIZ_PYTHON, then those on the path, then the system's own.
 * @param {string[]} modules
 */
export function findPython(...modules) {
  const candidates = [process.env.NEURAL_VIZ_PYTHON, "python3", "python", "/usr/bin/python3"];
  return candidates.find(
    (python) => python && spawnSync(python, ["-c", HAS, ...modules], { stdio: "ignore" }).status === 0,
  );
}
