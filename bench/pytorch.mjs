// PyTorch in a process of its own, asked line by line; see pytorch.py.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { findPython } from "../scripts/python.mjs";

const script = fileURLToPath(new URL("pytorch.py", import.meta.url));
const program = findPython("torch");

/** The number it finds for a task, and its milliseconds when asked; undefined where PyTorch is not installed. */
export async function pytorch(job, task) {
  if (program === undefined) return undefined;
  const python = spawn(program, [script], { stdio: ["pipe", "pipe", "ignore"] });
  python.on("error", () => {});
  python.stdin.on("error", () => {});
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const ask = async (question) => {
    python.stdin.write(`${question}\n`);
    const { done, value } = await lines.next();
    return done ? undefined : Number(value);
  };
  const found = await ask(JSON.stringify({ job, task }));
  if (found === undefined) return undefined;
  return { found, timed: (seconds) => ask(seconds), end: () => python.stdin.end() };
}
