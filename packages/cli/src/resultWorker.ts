/** A thread that judges result lines, one after another. */
import { parentPort, workerData } from "node:worker_threads";
import { judgeResult } from "./judgeResult.ts";

const { maxUpdates } = workerData as { readonly maxUpdates: number };

parentPort!.on("message", (line: string) => {
  parentPort!.postMessage(judgeResult(line, maxUpdates));
});
