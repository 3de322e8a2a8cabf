/** The review of a recording: what is counted and kept of each update, against the loop that was spoiled. */
import { expect, test } from "vitest";
import { plainHead, plainLoop, textOf } from "../../engine/test/plainLoop.ts";
import { apartSentence, pairText } from "../src/panels/code/pairs.ts";
import { reportOf } from "../src/panels/code/report.ts";
import { writerText } from "../src/panels/code/writer.ts";
import { createHost } from "../src/worker/review/host.ts";
import type { Request, Response } from "../src/worker/review/protocol.ts";
import { createReviewer } from "../src/worker/review/reviewer.ts";

function reviewed(lines: readonly object[], piece = 1000) {
  const reviewer = createReviewer();
  const text = textOf(lines);
  for (let i = 0; i < text.length; i += piece) reviewer.push(text.slice(i, i + piece));
  return { reviewer, review: reviewer.end() };
}

/** In the second and the fourth update, b⁽¹⁾ gets 0.1, 0.3 and 0.2 too much. */
const spoiled = plainLoop(5, {
  gradient: (g, t) =>
    t % 2 === 1 ? g.map((v, i) => (i >= 6 && i < 9 ? v + [0.1, 0.3, 0.2][i - 6]! : v)) : g,
});

test("only the spoiled numbers are counted as differing, in their update, stage and layer", () => {
  const { reviewer, review } = reviewed(spoiled);
  expect([...review.ts]).toEqual([0, 1, 2, 3, 4]);
  expect([...review.differ]).toEqual([0, 3, 0, 3, 0]);
  const counts = reviewer
    .update(1)
    .parts.map(({ stage, layer, agree, differ }) => [stage, layer, agree, differ]);
  expect(counts).toEqual([
    ["loss", undefined, 1, 0],
    ["gradient", 2, 4, 0],
    ["gradient", 1, 6, 3],
    ["update", 1, 9, 0],
    ["update", 2, 4, 0],
  ]);
});

test("the differing numbers are ranked by how far apart they are", () => {
  const { differences, more } = reviewed(spoiled).reviewer.update(3);
  expect(differences.map(({ id }) => id)).toEqual(["gb.1.2@3", "gb.1.3@3", "gb.1.1@3"]);
  expect(differences.map(({ yours, ours }) => Number((yours - ours).toFixed(9)))).toEqual([0.3, 0.2, 0.1]);
  expect(more).toBe(false);
});

test("the size of the pieces changes nothing", () => {
  expect(reviewed(spoiled, 7).review).toEqual(reviewed(spoiled, 1e6).review);
});

test("what isn't recorded is told from what can't be compared", () => {
  const lines = plainLoop(4);
  delete lines[1]!["gradient"];
  const { reviewer } = reviewed(lines);
  const partOf = (index: number, stage: string) =>
    reviewer.update(index).parts.find((part) => part.stage === stage)!;
  expect(partOf(0, "gradient")).toMatchObject({ recorded: false, agree: 0, differ: 0 });
  // Without the first gradient the velocity isn't known.
  expect(partOf(1, "update")).toMatchObject({ recorded: true, agree: 0, differ: 0 });
});

test("parameters that were changed between two updates are a stage of their own", () => {
  const { reviewer, review } = reviewed(
    plainLoop(3, { between: (w, t) => (t === 2 ? w.map((v, i) => (i === 12 ? v + 1 : v)) : w) }),
  );
  expect(review.comparison.first).toMatchObject({ t: 2, stage: "parameters", id: "b.2.1@2" });
  expect(reviewer.update(2).parts[1]).toMatchObject({ stage: "parameters", layer: 2, agree: 3, differ: 1 });
});

test("an experiment opens from any update's parameters, or a sentence says why not", () => {
  const { reviewer } = reviewed(spoiled);
  const found = reviewer.experiment(2);
  expect(found).toMatchObject({ ok: true, value: { network: { initializer: { name: "given" } } } });
  const left = plainLoop(3);
  delete left[1]!["after"];
  const missing = reviewed(left).reviewer.experiment(1);
  expect(missing.ok || missing.why.text).toBe("This update’s parameters aren’t in the recording.");
});

test("two numbers are written with as many digits as they need to differ", () => {
  expect(pairText(0.5, 0.25)).toEqual(["0.5000", "0.2500"]);
  expect(pairText(-0.12345671, -0.12345678)).toEqual(["−0.1234567", "−0.1234568"]);
  expect(pairText(1 / 3, 1 / 3)).toEqual(["0.3333", "0.3333"]);
  expect(pairText(1.0000001e-9, 1.0000002e-9)).toEqual(["1.0000001×10⁻⁹", "1.0000002×10⁻⁹"]);
});

test("the report has the verdict, the mistakes and the differing numbers of the first wrong update", () => {
  const lines = plainLoop(3, { gradient: (g) => g.map((v) => -v) });
  const text = reportOf({ name: "run.nviz.jsonl", review: reviewed(lines).review });
  expect(text).toContain(`39 of 81 numbers differ.`);
  expect(text).toContain("Likely mistake: Flipped sign (signFlipped)");
  expect(text.match(/^g[Wb]\./gm)).toHaveLength(13);
  expect(text).toContain(`network 2-3-1 · ${plainHead.optimizer.name === "momentum" ? "Momentum" : ""}`);
});

test("the report of a recording with nothing to compare says so", () => {
  const [head, { t, batch, parameters } = {}] = plainLoop(1);
  const { review } = reviewed([head!, { t, batch, parameters }]);
  const text = reportOf({ name: "run.nviz.jsonl", review });
  expect(text).toContain("Nothing could be compared: the recording holds no loss");
});

test("a writer is shown in one short line, without characters that rearrange it", () => {
  expect(writerText("my\u202E loop\n\u001B[2K 1.0")).toBe("my loop[2K 1.0");
  expect(writerText("x".repeat(60))).toBe("x".repeat(60));
  expect(writerText("x".repeat(61))).toBe(`${"x".repeat(59)}…`);
  expect(writerText("\n")).toBeUndefined();
  expect(writerText(undefined)).toBeUndefined();
});

test("two numbers that aren't both finite have no distance", () => {
  expect(apartSentence({ yours: NaN, ours: 1 }, 1e-9)).toBe("One of them isn’t a finite number.");
  expect(apartSentence({ yours: 1, ours: -Infinity }, 1e-9)).toBe("One of them isn’t a finite number.");
  expect(apartSentence({ yours: 1, ours: 0.5 }, 1e-9)).toMatch(/^They are 0\.5000 apart\./);
});

/** What a host answers to requests, in order, and how often it tells its progress. */
async function answers(...requests: readonly Request[]) {
  const said: Response[] = [];
  const ask = createHost((response) => said.push(response));
  for (const request of requests) await ask(request);
  return said.flatMap((response) => (response.kind === "answer" ? [response.answer] : []));
}

test("a host reads a file, and then answers about its updates", async () => {
  const file = new Blob([textOf(spoiled)]);
  const [read, update] = await answers({ kind: "read", file }, { kind: "update", index: 3 });
  expect(read).toMatchObject({ ok: true, value: { shape: "2-3-1", optimizer: "Momentum" } });
  expect(update).toMatchObject({ t: 3, batch: 5 });
});

test("our number is explained by the lines of the optimizer's rule", async () => {
  const lines = plainLoop(3, { step: (step) => step.map((v) => 2 * v) });
  const { reviewer } = reviewed(lines);
  const [pair] = reviewer.update(1).differences;
  const { yours, ours } = pair!;
  const [velocity, after] = reviewer.explain(1, pair!);
  expect(after!.before! - ours).toBeCloseTo(plainHead.optimizer.learningRate * velocity!.value, 12);
  expect(after!.before! - yours).toBeCloseTo(2 * plainHead.optimizer.learningRate * velocity!.value, 12);
});

test("a host says in one sentence why a file can't be read", async () => {
  const [read] = await answers({ kind: "read", file: new Blob(["{}\n"]) });
  expect(read).toMatchObject({ ok: false });
  const [empty] = await answers({ kind: "read", file: new Blob([]) });
  expect(JSON.stringify(empty)).toContain("it is empty");
});
