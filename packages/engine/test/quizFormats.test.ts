/** Quizzes: the files keep to the published formats, for every kind of network and every character a text may hold. */
import { describe, expect, test } from "vitest";
import { type NumbersExercise, optimizers, parseExercise, type Variant, variantOf } from "@neural-viz/engine";
import { giftText } from "../src/export/quiz/gift.ts";
import { moodleXml } from "../src/export/quiz/moodle.ts";
import { qtiPackage } from "../src/export/quiz/qti.ts";
import { type Question, questionOf } from "../src/export/quiz/question.ts";
import type { Answer } from "../src/exercises/solution.ts";
import { readCloze } from "./clozeReader.ts";
import { familyExperiments } from "./family.ts";
import { readGift } from "./giftReader.ts";
import { AWKWARD, awkward, htmlDocument, single, typed } from "./quizFiles.ts";
import { unzipped } from "./unzip.ts";
import { all, only, parseXml } from "./xml.ts";
import { schemaErrors } from "./xsd.ts";

const variants: readonly Variant[] = [
  ...Object.values(familyExperiments()),
  ...Object.keys(optimizers).map((name) => ({ version: 1, optimizer: { name } })),
].map((experiment) => variantOf(parseExercise(experiment) as NumbersExercise));
const questions = variants.map(questionOf);

/** An answer that a question has to give back, and the digits it's rounded to. */
interface Expected {
  readonly answer: Answer;
  readonly digits: number;
}
const expectedOf = ({ exercise, solution }: Variant): Expected[] =>
  solution.answers.map((answer) => ({ answer, digits: exercise.digits }));

/** Which answers of a question are the first of their kind: a weight, a sum, a gradient, … */
const firstOfKind = ({ asked }: Question): number[] => {
  const kinds = asked.map(({ id }) => id.split(".")[0]);
  return kinds.flatMap((kind, i) => (kinds.indexOf(kind) === i ? [i] : []));
};
/** Formats with a question for each number would repeat what is given a hundred times; one number of each kind will do. */
const short = questions.map((question) => ({
  ...question,
  asked: firstOfKind(question).map((i) => question.asked[i]!),
}));
const shortExpected = questions.flatMap((question, n) => {
  const expected = expectedOf(variants[n]!);
  return firstOfKind(question).map((i) => expected[i]!);
});

const clozeFile = moodleXml([...questions, awkward]);
const numericalFile = moodleXml(single([...short, awkward]));
const packaged = unzipped(qtiPackage([...short, awkward]));
const manifestFile = packaged.get("imsmanifest.xml")!;
const [assessmentPath] = [...manifestFile.matchAll(/<file href="(.*?)"/g)].map(([, path]) => path!);
const assessmentFile = packaged.get(assessmentPath!)!;
const giftFile = giftText([...short, awkward]);

/** What somebody reads in HTML. */
const shown = (html: string): string => {
  parseXml(`<div>${html}</div>`);
  return parseXml(`<div>${html.replaceAll(/<[^>]*>/g, "")}</div>`).text;
};

describe("the schema of", () => {
  test.each([
    ["Moodle’s XML holds for Cloze questions", "moodle.xsd", typed(clozeFile)],
    ["Moodle’s XML holds for numerical questions", "moodle.xsd", typed(numericalFile)],
    ["QTI 1.2 holds for the assessment", "qti-1.2.xsd", assessmentFile],
    ["IMS Content Packaging holds for the manifest", "imscp-1.1.xsd", manifestFile],
  ])("%s", async (_, schema, document) => {
    expect(await schemaErrors(schema, document)).toEqual([[]]);
  });
});

/** An answer as a file has it: the exact one rounded, with a tolerance that reaches the ends of the range, and little more. */
function expectAnswer(
  value: number,
  tolerance: number,
  { value: exact, range }: Pick<Answer, "value" | "range">,
  digits: number,
): void {
  expect(value).toBe(Number(exact.toPrecision(digits)));
  const reach = Math.max(range.high - value, value - range.low);
  expect(tolerance).toBeGreaterThanOrEqual(reach);
  expect(tolerance).toBeLessThanOrEqual(1.1 * reach);
}

/** The answers in a file to one number, the right one first: nothing is left out and nothing is added. */
function expectAnswers(
  written: readonly { percent: number; value: number; tolerance: number; feedback: string }[],
  { answer, digits }: Expected,
): void {
  const [right, ...wrong] = written;
  expectAnswer(right!.value, right!.tolerance, answer, digits);
  expect(written.map(({ percent }) => percent)).toEqual([100, ...answer.mistakes.map(() => 0)]);
  wrong.forEach(({ value, tolerance, feedback }, k) => {
    const mistake = answer.mistakes[k]!;
    expectAnswer(value, tolerance, mistake, digits);
    expect(shown(feedback)).toBe(`Not quite. ${mistake.text.text}`);
  });
}

const clozes = all(parseXml(clozeFile), "questiontext").map((text) => readCloze(only(text, "text").text));
const gifts = readGift(giftFile);
const items = all(parseXml(assessmentFile), "item");

test("GIFT gives back every question, answer, tolerance, and mistake", () => {
  expect(gifts.category).toBe("$course$/top/Neural-Viz");
  expect(gifts.questions).toHaveLength(shortExpected.length + 2);
  shortExpected.forEach((expected, i) => expectAnswers(gifts.questions[i]!.answers, expected));
  // The same question in another format.
  gifts.questions.forEach(({ format, title, text, generalFeedback }, i) => {
    const [question, general] = all(items[i]!, "mattext").map((element) => element.text);
    expect([format, title, text, generalFeedback]).toEqual([
      "html",
      items[i]!.attributes["title"],
      question,
      general,
    ]);
  });
});

test("Cloze questions give back every answer, tolerance, and mistake", () => {
  const gaps = clozes.slice(0, -1).flatMap((cloze) => cloze.gaps);
  const expected = variants.flatMap(expectedOf);
  expect(gaps).toHaveLength(expected.length);
  expect(new Set(gaps.map(({ weight }) => weight))).toEqual(new Set([1]));
  gaps.forEach((gap, i) => expectAnswers(gap.answers, expected[i]!));
});

test("QTI accepts exactly the range that GIFT accepts", () => {
  items.forEach((item, i) => {
    const [{ value, tolerance } = fail()] = gifts.questions[i]!.answers;
    const [equal, least, most] = ["varequal", "vargte", "varlte"].map((name) =>
      Number(only(item, name).text),
    );
    expect(equal).toBe(value);
    expect(Math.abs(least! - (value - tolerance))).toBeLessThanOrEqual(1e-6 * tolerance);
    expect(Math.abs(most! - (value + tolerance))).toBeLessThanOrEqual(1e-6 * tolerance);
  });
});

function fail(): never {
  throw new Error("A question without an answer.");
}

test("the HTML of all questions and feedback is valid, and their formulas are MathML Core", async () => {
  const numerical = all(parseXml(numericalFile), "question").slice(1);
  const pieces = [
    ...clozes.flatMap(({ html, gaps }) => [
      html,
      ...gaps.flatMap((gap) => gap.answers.map(({ feedback }) => feedback)),
    ]),
    ...numerical.flatMap((question) =>
      ["questiontext", "generalfeedback", "feedback"].flatMap((name) =>
        all(question, name).map((element) => only(element, "text").text),
      ),
    ),
    ...items.flatMap((item) => all(item, "mattext").map(({ text }) => text)),
    ...gifts.questions.flatMap((gift) => [
      gift.text,
      gift.generalFeedback,
      ...gift.answers.map(({ feedback }) => feedback),
    ]),
  ];
  expect(await schemaErrors("question-html.xsd", htmlDocument(pieces))).toEqual([[]]);
});

test("characters with a meaning in a format are shown as they are", () => {
  const expected = `Not quite. ${AWKWARD}`;
  const [gift] = gifts.questions.slice(-2);
  expect(gift!.title).toBe(`2-1 network, seed 3: 1.5${AWKWARD}`);
  expect(gift!.text).toBe(`${awkward.given}<p>Compute <sup>~{}</sup> (= #).</p>`);
  expect(gift!.answers.map(({ feedback }) => shown(feedback))).toEqual(["Correct.", expected]);
  expect(shown(gift!.generalFeedback)).toContain(AWKWARD);

  const { html, gaps } = clozes.at(-1)!;
  expect(shown(html)).toContain("{x} ~ = # : \\ < &");
  expect(gaps.map((gap) => gap.answers.map(({ feedback }) => shown(feedback)))).toEqual([
    ["Correct.", expected],
    ["Correct.", expected],
  ]);

  const numerical = all(parseXml(numericalFile), "question").at(-1)!;
  expect(only(only(numerical, "name"), "text").text).toBe(`2-1 network, seed 3: -2e-8${AWKWARD}`);
  expect(all(numerical, "feedback").map((element) => shown(only(element, "text").text))).toEqual([
    "Correct.",
    expected,
  ]);

  // Canvas shows the mistakes together, with the numbers that they give.
  const [last] = items.slice(-1);
  expect(shown(all(last!, "mattext").at(-1)!.text)).toBe(`Not quite.If you got 2 · 10−8: ${AWKWARD}`);
});
