/** What the page has at hand: the recorder for Python, and two recordings to try. Each loads when it is asked for. */

const files = import.meta.glob<string>("../../../../python/neural_viz.py", {
  query: "?raw",
  import: "default",
});

/** Loads the recorder. */
export const loadRecorder: (() => Promise<string>) | undefined = Object.values(files)[0];

/** Recordings to try, by their file names. */
export const examples = {
  wrong: {
    name: "adam-every-epoch.nviz.jsonl",
    load: () => import("../../../../../examples/adam-every-epoch.nviz.jsonl?raw"),
  },
  right: {
    name: "own-loop.nviz.jsonl",
    load: () => import("../../../../../examples/own-loop.nviz.jsonl?raw"),
  },
} as const;
