/** Threads that judge result lines, one for each core. A line goes to the first thread that is free. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Verdict } from "./judgeResult.ts";

interface Task {
  readonly line: string;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: unknown) => void;
}

/** Judges lines in parallel. */
export interface Pool {
  judge(line: string): Promise<Verdict>;
  end(): Promise<void>;
}

export function createPool(maxUpdates: number): Pool {
  const file = new URL("../dist/resultWorker.js", import.meta.url); // compiled, from src too: threads don't compile
  const waiting: Task[] = [];
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(file, { workerData: { maxUpdates }, execArgv: [] }),
  );
  const free = [...workers];

  function assign(): void {
    while (free.length > 0 && waiting.length > 0) work(free.pop()!, waiting.shift()!);
  }

  function work(worker: Worker, { line, resolve, reject }: Task): void {
    worker.once("message", (verdict: Verdict) => {
      worker.off("error", reject);
      free.push(worker);
      resolve(verdict);
      assign();
    });
    worker.once("error", reject);
    worker.postMessage(line);
  }

  return {
    judge: (line) =>
      new Promise((resolve, reject) => {
        waiting.push({ line, resolve, reject });
        assign();
      }),
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
