/** Quizzes: the files have the structure that Moodle and Canvas read, and every answer follows from the printed numbers. */
import { describe, expect, test } from "vitest";
import {
  type NumbersExercise,
  optimizers,
  parseExercise,
  quiz,
  solutionOf,
  textbook,
  type Variant,
  variantOf,
  variants,
} from "@neural-viz/engine";
import { familyExperiments } from "./family.ts";
import { exerciseLoop, type LoopInput, stemOfId } from "./exerciseLoop.ts";
import { unzipped } from "./unzip.ts";
import { all, type Element, namesIn, only, parseXml } from "./xml.ts";

const networks = {
  circles: { version: 1, optimizer: { name: "sgd", learningRate: 0.5 } },
  "three classes": {
    version: 1,
    dataset: { name: "blobs" },
    optimizer: { name: "sgd", learningRate: 0.5 },
    network: { hidden: [{ units: 3, activation: "sigmoid" }] },
  },
  "one value": {
    experiment: {
      version: 1,
      dataset: { name: "plane" },
      optimizer: { name: "sgd", learningRate: 0.1 },
      network: { hidden: [{ units: 3, activation: "tanh" }] },
    },
    sample: 60,
  },
};

const exerciseOf = (json: unknown): NumbersExercise => parseExercise(json) as NumbersExercise;

const seeds = Array.from({ length: 5 }, (_, i) => i + 1);
const goodOnes = (json: unknown): Variant[] =>
  variants(exerciseOf(json), seeds).filter(({ rejection }) => rejection === undefined);

/** The numbers that the HTML of a question prints, by their symbols without markup. */
function printedNumbers(html: string): Map<string, number> {
  const cells = html.matchAll(/<td>(<math.*?<\/math>) (−?[\d.e-]+)<\/td>/g);
  return new Map(
    [...cells].map(([, symbol, value]) => [
      symbol!.replaceAll(/<[^>]*>/g, "").replace("=", ""),
      Number(value!.replace("−", "-")),
    ]),
  );
}

/** What the plain loop needs, from nothing but the text of a question. */
function printedInput(html: string): LoopInput {
  const printed = printedNumbers(html);
  const weight: number[][][] = [];
  const bias: number[][] = [];
  const x: number[] = [];
  const y: number[] = [];
  for (const [symbol, value] of printed) {
    // The base, what stands below it, and what stands above it.
    const [, letter, below = "", layer] = /^([Wbxyη])(\d*)(?:\((\d)\))?$/.exec(symbol)!;
    const [j, k] = [...below].map((digit) => Number(digit) - 1) as [number, number];
    if (letter === "W") ((weight[Number(layer) - 1] ??= [])[j] ??= [])[k] = value;
    if (letter === "b") (bias[Number(layer) - 1] ??= [])[j] = value;
    if (letter === "x") x[j] = value;
    if (letter === "y") y[below === "" ? 0 : j] = value;
  }
  const text = html.replaceAll(/<[^>]*>/g, "");
  return {
    x,
    y,
    weight,
    bias,
    hidden: [/\((tanh|Sigmoid)\)/.exec(text)![1]!.toLowerCase() as "tanh"],
    head: text.includes("σ(z1(2))") ? "sigmoid" : text.includes("pj=") ? "softmax" : "mse",
    rate: printed.get("η")!,
  };
}

/** A number within a tolerance, which itself is smaller than half of 5%, with its own rounding. */
function expectWithin(value: number, tolerance: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance);
  expect(tolerance).toBeLessThan(0.03 * Math.abs(expected) + 1e-9);
  expect(tolerance).toBeGreaterThan(0);
}

/** Checks each answer that a format holds for a question against the plain loop over the question's own text. */
function expectRight(
  html: string,
  ids: readonly string[],
  answers: readonly (readonly [number, number])[],
): void {
  const expected = exerciseLoop(printedInput(html));
  expect(answers).toHaveLength(ids.length);
  ids.forEach((id, i) => expectWithin(...answers[i]!, expected[stemOfId(id)]!));
}

/** {1:NUMERICAL:%100%answer:tolerance#feedback~%0%mistake:tolerance#feedback} as Moodle's regular expressions take it. */
const number = String.raw`-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`;
const gap = /\{1:NUMERICAL:((?:\\.|[^}\\])*)\}/g;
const alternative = new RegExp(String.raw`^%(100|0)%(${number}):(${number})#(.+)$`, "s");

const alternativesOf = (inside: string) =>
  inside.split(/(?<!\\)~/).map((text) => {
    const [, fraction, value, tolerance, feedback] = alternative.exec(text)!;
    return {
      fraction: Number(fraction),
      value: Number(value),
      tolerance: Number(tolerance),
      feedback: feedback!,
    };
  });

const htmlOf = (xml: string): Element => parseXml(`<html>${xml}</html>`);

describe.each(Object.entries(networks))("of %s", (_, json) => {
  const good = goodOnes(json);

  test("Moodle XML has a Cloze question for each seed, with right answers and feedback on mistakes", () => {
    expect(good.length).toBeGreaterThan(1);
    const root = parseXml(quiz(good, "moodle") as string);
    expect(root.name).toBe("quiz");
    const [category, ...questions] = root.children;
    expect(category!.attributes).toEqual({ type: "category" });
    expect(only(category!, "text").text).toBe("$course$/top/Neural-Viz");
    expect(questions).toHaveLength(good.length);
    questions.forEach((question, i) => {
      const { exercise, solution, seed } = good[i]!;
      expect(question.attributes).toEqual({ type: "cloze" });
      expect(namesIn(question)).toEqual(["name", "questiontext", "generalfeedback", "penalty", "hidden"]);
      expect(only(question.children[0]!, "text").text).toContain(`seed ${seed}`);
      const html = only(question.children[1]!, "text").text;
      htmlOf(html);
      htmlOf(only(question.children[2]!, "text").text);
      const gaps = [...html.matchAll(gap)].map(([, inside]) => alternativesOf(inside!));
      expect(html.split("{")).toHaveLength(gaps.length + 1);
      const [, givenPart] = /^(.*?)<p>Compute/s.exec(html)!;
      expectRight(
        givenPart!,
        exercise.ask,
        gaps.map(([first]) => [first!.value, first!.tolerance]),
      );
      gaps.forEach((alternatives, k) => {
        expect(alternatives.map(({ fraction }) => fraction)).toEqual(
          alternatives.map((_unused, n) => (n === 0 ? 100 : 0)),
        );
        const { mistakes } = solution.answers[k]!;
        expect(alternatives.slice(1).map(({ feedback }) => feedback)).toEqual(
          mistakes.map((mistake) => `Not quite. ${mistake.text.text}`),
        );
        // No mistake is so near that it counts as right.
        const [right, ...wrong] = alternatives;
        for (const { value } of wrong)
          expect(Math.abs(value - right!.value)).toBeGreaterThan(right!.tolerance * 0.99);
      });
    });
  });

  test("GIFT has a numerical question for each answer", () => {
    const text = quiz(good, "gift") as string;
    const [category, ...blocks] = text.trimEnd().split(/\n\s*\n/);
    expect(category).toBe("$CATEGORY: $course$/top/Neural-Viz");
    const asked = good.flatMap(({ exercise }) => exercise.ask.map((id) => ({ exercise, id })));
    expect(blocks).toHaveLength(asked.length);
    const titles = new Set<string>();
    blocks.forEach((block, i) => {
      const [, title, html, answers] = /^::((?:\\.|[^\\:])+)::\[html\]((?:\\.|[^\\{}])*)\{#\n(.*)\n\}$/s.exec(
        block,
      )!;
      titles.add(title!);
      const unescaped = html!.replaceAll(/\\([\\~=#{}:])/g, "$1");
      htmlOf(unescaped);
      const lines = answers!.split("\n");
      expect(lines.pop()).toMatch(/^\t####<p>/);
      const read = lines.map((line) =>
        /^\t=%(100|0)%(-?[\d.e-]+):([\d.e-]+)#((?:\\.|[^\\~=#{}:])+)$/.exec(line)!.slice(1),
      );
      expect(read.map(([fraction]) => fraction)).toEqual(read.map((_unused, n) => (n === 0 ? "100" : "0")));
      expectRight(unescaped, [asked[i]!.id], [[Number(read[0]![1]), Number(read[0]![2])]]);
    });
    expect(titles.size).toBe(blocks.length);
  });

  test("the QTI package has a manifest, an assessment, and an item with limits for each answer", () => {
    const files = unzipped(quiz(good, "qti") as Uint8Array);
    const manifest = parseXml(files.get("imsmanifest.xml")!);
    expect([manifest.name, namesIn(manifest)]).toEqual([
      "manifest",
      ["metadata", "organizations", "resources"],
    ]);
    expect(namesIn(manifest.children[0]!)).toEqual(["schema", "schemaversion"]);
    const [assessed, settings] = all(manifest, "resource");
    expect(assessed!.attributes["type"]).toBe("imsqti_xmlv1p2");
    expect(only(assessed!, "dependency").attributes["identifierref"]).toBe(
      settings!.attributes["identifier"],
    );
    const paths = all(manifest, "file").map(({ attributes }) => attributes["href"]!);
    expect([...files.keys()].toSorted()).toEqual(["imsmanifest.xml", ...paths].toSorted());

    const root = parseXml(files.get(paths[0]!)!);
    expect([root.name, namesIn(root)]).toEqual(["questestinterop", ["assessment"]]);
    expect(root.attributes["xmlns"]).toBe("http://www.imsglobal.org/xsd/ims_qtiasiv1p2");
    expect(namesIn(root.children[0]!)).toEqual(["section"]);
    const items = root.children[0]!.children[0]!.children;
    const asked = good.flatMap(({ exercise }) => exercise.ask);
    expect(items).toHaveLength(asked.length);
    expect(new Set(items.map(({ attributes }) => attributes["ident"])).size).toBe(items.length);
    expect(only(parseXml(files.get(paths[1]!)!), "points_possible").text).toBe(String(items.length));
    items.forEach((item, i) => {
      expect(namesIn(item)).toEqual([
        "itemmetadata",
        "presentation",
        "resprocessing",
        "itemfeedback",
        "itemfeedback",
        "itemfeedback",
      ]);
      expect(namesIn(item.children[1]!)).toEqual(["material", "response_str"]);
      expect(namesIn(item.children[2]!)).toEqual([
        "outcomes",
        "respcondition",
        "respcondition",
        "respcondition",
      ]);
      const fields = all(item, "qtimetadatafield").map(({ children }) => children.map(({ text }) => text));
      expect(fields).toEqual([
        ["question_type", "numerical_question"],
        ["points_possible", "1"],
      ]);
      // Each feedback that a condition names is there.
      const linked = all(item, "displayfeedback").map(({ attributes }) => attributes["linkrefid"]);
      const feedback = all(item, "itemfeedback").map(({ attributes }) => attributes["ident"]);
      expect(new Set(feedback)).toEqual(new Set(linked));
      for (const { text } of all(item, "mattext")) htmlOf(text);
      const [equal, least, most] = ["varequal", "vargte", "varlte"].map((name) =>
        Number(only(item, name).text),
      );
      expect((least! + most!) / 2).toBeCloseTo(equal!, 9);
      const html = only(item.children[1]!, "mattext").text;
      expectRight(html, [asked[i]!], [[equal!, most! - equal!]]);
    });
  });
});

test("one number is a numerical question in Moodle XML", () => {
  const exercise = exerciseOf({ experiment: textbook, ask: ["delta.1.1"] });
  const root = parseXml(quiz([variantOf(exercise)], "moodle") as string);
  const question = root.children[1]!;
  expect(question.attributes).toEqual({ type: "numerical" });
  expect(namesIn(question).slice(0, 6)).toEqual([
    "name",
    "questiontext",
    "generalfeedback",
    "defaultgrade",
    "penalty",
    "hidden",
  ]);
  const answers = question.children.slice(6);
  for (const answer of answers) expect(namesIn(answer)).toEqual(["text", "feedback", "tolerance"]);
  expect(answers.map(({ attributes }) => attributes["fraction"])).toEqual([
    "100",
    ...answers.slice(1).map(() => "0"),
  ]);
  // Han & Kamber: ŷ = 0.474, and hidden neuron 4 has a₄ = 0.332 and w₄₆ = −0.3; δ = (ŷ − 1) · w · a(1 − a).
  const [a1, a2] = [-0.7, 0.1].map((z) => 1 / (1 + Math.exp(-z))) as [number, number];
  const p = 1 / (1 + Math.exp(-(0.1 - 0.3 * a1 - 0.2 * a2)));
  const expected = (p - 1) * -0.3 * a1 * (1 - a1);
  const [right] = answers;
  expectWithin(Number(right!.children[0]!.text), Number(only(right!, "tolerance").text), expected);
  expect(answers.slice(1).map((answer) => only(answer, "feedback").children[0]!.text)).toContain(
    "Not quite. You left out f′(z).",
  );
});

test("the same exercise gives the same bytes", () => {
  const bytes = () => quiz(goodOnes(networks.circles).slice(0, 1), "qti");
  expect(bytes()).toEqual(bytes());
});

test("a question states the results that are given, and answers go on with them", () => {
  const exercise = exerciseOf({ experiment: textbook, ask: ["p"], given: ["z.2.1"], digits: 3 });
  const html = quiz([variantOf(exercise)], "moodle") as string;
  const [a1, a2] = [-0.7, 0.1].map((z) => 1 / (1 + Math.exp(-z))) as [number, number];
  const z = Number((0.1 - 0.3 * a1 - 0.2 * a2).toPrecision(3));
  expect(html).toContain(String(z).replace("-", "−"));
  const { range } = solutionOf(exercise).answers[0]!;
  const answer = Number((1 / (1 + Math.exp(-z))).toPrecision(3));
  expect(answer).toBeGreaterThanOrEqual(range.low);
  expect(answer).toBeLessThanOrEqual(range.high);
});

test("every kind of network, output, feature, penalty, and optimizer makes a question that can be read", () => {
  for (const experiment of Object.values(familyExperiments())) {
    const root = parseXml(quiz([variantOf(exerciseOf(experiment))], "moodle") as string);
    for (const text of all(root.children[1]!, "text").slice(1)) htmlOf(text.text);
  }
  for (const name of Object.keys(optimizers)) {
    const exercise = exerciseOf({ version: 1, optimizer: { name } });
    expect(quiz([variantOf(exercise)], "gift")).toContain(`Update (${optimizers[name as "sgd"].label})`);
  }
});

test("weights after updates are printed with more digits than the answers, and their tolerance allows for it", () => {
  const exercise = exerciseOf({ experiment: networks.circles, t: 3, ask: ["z.1.1", "p"] });
  const variant = variantOf(exercise);
  const [, html] = /<questiontext format="html"><text>(.*?)<\/text>/s.exec(
    quiz([variant], "moodle") as string,
  )!;
  const [, given] = /^(.*?)<p>Compute/s.exec(only(parseXml(`<r><text>${html!}</text></r>`), "text").text)!;
  const expected = exerciseLoop({ ...printedInput(given!), rate: 0 });
  for (const { id, range } of variant.solution.answers) {
    const answer = Number(expected[stemOfId(id).replace("@3", "")]!.toPrecision(4));
    expect(answer).toBeGreaterThanOrEqual(range.low);
    expect(answer).toBeLessThanOrEqual(range.high);
  }
});
