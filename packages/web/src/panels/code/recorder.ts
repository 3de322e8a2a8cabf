/** What the page has at hand: the recorder for Python, and two recordings to try. Each loads when it is asked for. */

const files = import.meta.glob<string>("../../../../python/neural_viz.py", {
  query: "?raw",
  import: "default",
});

/** Loads the recorder. */
export const loadRecorder: (() => Promise<string>) | undefined = Object.values(files)[0];

const recordings = import.meta.glob<string>("../../../../../examples/*.nviz.jsonl", {
  query: "?raw",
  import: "default",
});

/** The text of one of the examples. */
export const loadExample = (name: string): Promise<string> =>
  recordings[`../../../../../examples/${name}`]!();

/** Recordings to try. */
export const examples = { wrong: "adam-every-epoch.nviz.jsonl", right: "own-loop.nviz.jsonl" } as const;
