/** A lecturer's work from an empty folder to sixty graded hand-ins, by the commands of docs/course.md as they stand there. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Exercise,
  exerciseLine,
  initialParameters,
  networkOf,
  readExerciseLink,
  samplesOf,
  unpack,
} from "@neural-viz/engine";
import { afterAll, beforeAll, expect, test } from "vitest";

const bin = fileURLToPath(new URL("../bin/neural-viz.mjs", import.meta.url));
const text = readFileSync(new URL("../../../docs/course.md", import.meta.url), "utf8");
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(([, code]) => code!);
const [preparing, grading] = blocks("sh").map((block) => block.trim().split("\n"));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-course-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of the document, with its output in the file that it names. */
function carryOut(line: string): { status: number | null; stdout: string } {
  const [, words, path] = /^npx neural-viz (.*?)(?: > (\S+))?$/.exec(line)!;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words!.split(" ")], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toMatch(/^(?:Seed \d+ was left out: .*\n)*(?:60 of \d+ seeds are in\.\n)?$/);
  if (path !== undefined) writeFileSync(join(folder, path), stdout);
  return { status, stdout };
}

const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const rowsOf = (name: string): string[][] =>
  read(name)
    .trim()
    .split("\n")
    .map((row) => row.split(","));

/** The answers by the definitions, in the order in which they are asked for: one point, two tanh neurons, a sigmoid, SGD. */
function answersOf({ experiment }: Exercise): number[] {
  const network = networkOf(experiment);
  const [hidden, output] = unpack(network, initialParameters(network, experiment.network.initializer));
  const { inputs, targets } = samplesOf(experiment.dataset);
  const [x1, x2] = inputs.map((column) => column[0]!) as [number, number];
  const y = targets[0]![0]!;
  const z = hidden!.weight.map(([w1, w2], j) => hidden!.bias[j]! + w1! * x1 + w2! * x2);
  const a = z.map(Math.tanh);
  const out = output!.bias[0]! + output!.weight[0]![0]! * a[0]! + output!.weight[0]![1]! * a[1]!;
  const p = 1 / (1 + Math.exp(-out));
  const loss = -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
  const delta = p - y;
  const back = output!.weight[0]![0]! * delta * (1 - a[0]! ** 2);
  const slope = back * x1;
  return [z[0]!, a[0]!, z[1]!, a[1]!, out, p, loss, delta, back, slope, hidden!.weight[0]![0]! - 0.5 * slope];
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** What student i of sixty hands in, and how many answers a fair lecturer counts. */
function handIn(exercise: Exercise, i: number): { readonly line: string; readonly correct: number } {
  const right = answersOf(exercise).map(rounded);
  const answers: Record<string, number> = {};
  exercise.ask.forEach((id, k) => (answers[id] = right[k]!));
  let correct = right.length;
  if (i % 4 === 1) {
    delete answers[exercise.ask.at(-1)!]; // didn't get to the update
    correct -= 1;
  }
  if (i % 5 === 2) {
    answers[exercise.ask[7]!] = -right[7]!; // y − ŷ, and everything after it follows from it
    const [w] = answersOf(exercise).slice(-1);
    answers[exercise.ask[8]!] = rounded(-right[8]!);
    answers[exercise.ask[9]!] = rounded(-right[9]!);
    if (i % 4 !== 1) answers[exercise.ask[10]!] = rounded(w! + answersOf(exercise)[9]!);
    correct -= 1;
  }
  return { line: exerciseLine({ exercise, answers, name: `Student ${i}` }), correct };
}

test("from an empty folder to sixty graded hand-ins", () => {
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, "exercise.json"), blocks("json")[0]!);
  for (const line of preparing!) expect(carryOut(line).status).toBe(0);
  expect(readdirSync(folder).toSorted()).toEqual(
    ["exercise.json", "keys.csv", "keys.html", "links.csv", "quiz.xml", "sheets.html"].toSorted(),
  );

  // Sheets, table, quiz and links have the same sixty variants.
  const [, ...links] = rowsOf("links.csv");
  const [, ...keys] = rowsOf("keys.csv");
  expect(links).toHaveLength(60);
  expect(keys.map(([seed]) => seed)).toEqual(links.map(([seed]) => seed));
  expect(read("quiz.xml").match(/<question type="cloze">/g)).toHaveLength(60);
  for (const [, code] of keys) expect(read("sheets.html")).toContain(code);

  // The table has the numbers that a student finds who solves the exercise of the link.
  const exercises = links.map(([, link]) => readExerciseLink(link!.slice(link!.indexOf("#") + 1))!);
  exercises.forEach((exercise, i) => {
    const printed = keys[i]!.slice(2).map(Number);
    const found = answersOf(exercise);
    expect(printed).toHaveLength(found.length);
    printed.forEach((value, k) => expect(Math.abs(value / found[k]! - 1)).toBeLessThan(0.0006));
  });

  // Sixty students; the last four copy a line, forge a score, lose a letter, and hand in nothing.
  const handedIn = exercises.map(handIn);
  const lines = handedIn.map(({ line }) => line);
  lines[56] = exerciseLine({ exercise: exercises[0]!, answers: {}, name: "" });
  lines[57] = lines[3]!;
  lines[58] = lines[58]!.slice(0, 60) + lines[58]!.slice(61);
  lines[59] = "";
  const csv = ["student,result", ...lines.map((line, i) => `Student ${i},${line}`)].join("\n");
  writeFileSync(join(folder, "class.csv"), csv);

  const [plain, json] = grading!.map(carryOut);
  expect([plain!.status, json!.status]).toEqual([1, 1]);
  const grades = read("grades.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(grades).toHaveLength(60);
  grades.slice(0, 56).forEach((grade, i) => {
    const { correct } = handedIn[i]!;
    expect(grade).toEqual({ row: i + 2, status: "ok", correct, asked: 11, seed: Number(links[i]![0]) });
  });
  expect(new Set(grades.slice(0, 56).map(({ correct }) => correct))).toEqual(new Set([9, 10, 11]));
  expect(grades[56]).toMatchObject({ status: "ok", correct: 0, asked: 11, seed: Number(links[0]![0]) });
  expect(grades[57]).toMatchObject({ status: "duplicate", of: 5 });
  expect(grades[58]).toMatchObject({ status: "unreadable" });
  expect(grades[59]).toMatchObject({ status: "unreadable", why: "There is no result line." });
  expect(plain!.stdout).toMatch(/^ +2 {2}ok {10}Student 0 {2}Student 0 {2}11 of 11 correct, seed \d+$/m);
  expect(plain!.stdout.trim()).toMatch(/60 lines: 57 ok, 2 unreadable, 1 duplicate$/);
}, 180_000);
