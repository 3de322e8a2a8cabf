/**
 * The single file's script: the page and both of its workers. A worker is started from a copy of this same script
 * (worker/ownScript.ts), and its name says which one it is.
 */
if ("document" in globalThis) void import("./main.tsx");
else if (self.name === "trainer") void import("./worker/trainer.worker.ts");
else void import("./worker/review/review.worker.ts");
