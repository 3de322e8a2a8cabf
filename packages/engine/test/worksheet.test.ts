/** Worksheets: what is given is what the answers use, a sheet holds no answer, and its key and the table hold the right ones. */
import { describe, expect, test } from "vitest";
import {
  type AnyVariant,
  createSession,
  type Exercise,
  exerciseFrom,
  judge,
  judgeOrder,
  parseExercise,
  parseExperiment,
  type NumbersExercise,
  type SolveExercise,
  solveVariantOf,
  solveVariants,
  variantOf,
  variants,
  type WorksheetOptions,
  worksheetKey,
  worksheetSheets,
  worksheetTable,
} from "@neural-viz/engine";
import { exerciseLoop, type LoopInput, stemOfId } from "./exerciseLoop.ts";
import { familyExperiments } from "./family.ts";

/** Formulas stand in the page as they are, between marks. */
const options: WorksheetOptions = { typesetting: { typeset: (tex) => `⟦${tex}⟧`, styles: "" } };

const xor = {
  version: 1,
  dataset: { name: "custom", samples: [[0.3, -0.7, 1]] },
  network: { hidden: [{ units: 2, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  optimizer: { name: "sgd", learningRate: 0.5 },
};

const read = (json: object): NumbersExercise => parseExercise(json) as NumbersExercise;
const variant = (json: object): AnyVariant => variantOf(read(json));

/** A file without its head. */
const bodyOf = (html: string): string => html.split("</style>")[1]!;

const numbersOf = (html: string): string[] =>
  html
    .replaceAll(/×10<sup>(−?\d+)<\/sup>/g, "e$1")
    .replaceAll("−", "-")
    .match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g) ?? [];

/** What stands in the box of each line, by its quantity. */
function boxesOf(html: string): Map<string, string> {
  const lines = html.split('<div class="q" ').slice(1);
  return new Map(
    lines.map((line) => {
      const id = /data-id="([^"]*)"/.exec(line)![1]!;
      const inside = /<span class="box[^>]*>(.*?)<\/span><\/span>/.exec(line)![1]!;
      return [id, numbersOf(inside).join(" ")];
    }),
  );
}

/** The labels of a drawing of one kind, in their order. */
const labelsOf = (html: string, kind: string): string[] =>
  [...html.matchAll(new RegExp(`<span class="${kind}"[^>]*>(.*?)</span>`, "g"))].map(([, inside]) => inside!);

const printedNumber = (label: string): number => Number(label.replaceAll(/⟦[^⟧]*⟧/g, "").replace("−", "-"));

/** The numbers that a sheet of the network 2-2-1 prints: nothing else is read. */
function printed(html: string): LoopInput {
  const weights = labelsOf(html, "w").map(printedNumber);
  const biases = labelsOf(html, "bias").map(printedNumber);
  const inputs = labelsOf(html, "v").slice(0, 2).map(printedNumber);
  return {
    x: inputs,
    y: [printedNumber(labelsOf(html, "target")[0]!)],
    weight: [[weights.slice(0, 2), weights.slice(2, 4)], [weights.slice(4, 6)]],
    bias: [biases.slice(0, 2), biases.slice(2)],
    hidden: ["tanh"],
    head: "sigmoid",
    rate: Number(/⟦\\eta =⟧ ([\d.]+)/.exec(html)![1]),
  };
}

describe("one update of a 2-2-1 network", () => {
  const one = variant(xor);
  const sheet = bodyOf(worksheetSheets([one], options));
  const key = bodyOf(worksheetKey([one], options));
  const right = exerciseLoop(printed(sheet));

  test("a plain loop over the printed numbers gives the key's", () => {
    const boxes = boxesOf(key);
    expect(boxes.size).toBe(one.exercise.ask.length);
    for (const [id, inside] of boxes)
      expect({ id, inside }).toEqual({ id, inside: text(right[stemOfId(id)]!) });
  });

  test("and the table's", () => {
    const [names, values] = worksheetTable([one], options).trimEnd().split("\n") as [string, string];
    const [seed, code, ...answers] = values.split(",");
    expect(seed).toBe("3");
    expect(sheet).toContain(`sheet ${code}`);
    expect(key).toContain(`key to sheet ${code}`);
    expect(names.split(",").slice(0, 4)).toEqual(["seed", "sheet", "z.1.1", "z.1.2"]);
    expect(names).toContain("W.1.1.1@1");
    expect(answers.map(Number)).toEqual(
      one.exercise.ask.map((id) => Number(right[stemOfId(id)]!.toPrecision(4))),
    );
  });

  test("a sheet holds no answer: its boxes, gaps and neurons are empty", () => {
    const boxes = [...boxesOf(sheet).values()];
    expect(boxes).toHaveLength(one.exercise.ask.length);
    expect(new Set(boxes)).toEqual(new Set([""]));
    expect([...sheet.matchAll(/<u>(.*?)<\/u>/g)].every(([, inside]) => inside === "")).toBe(true);
    expect(labelsOf(sheet, "v").slice(2)).toEqual(["<u></u>", "<u></u>", "<u></u>"]);
    const given = new Set(
      numbersOf(`${labelsOf(sheet, "w").join(" ")} ${labelsOf(sheet, "bias").join(" ")}`),
    );
    const answers = one.exercise.ask
      .map((id) => text(right[stemOfId(id)]!))
      .filter((answer) => !given.has(answer));
    expect(answers.length).toBeGreaterThan(20);
    const all = new Set(numbersOf(sheet));
    expect(answers.filter((answer) => all.has(answer))).toEqual([]);
  });

  test("nothing says whether an update raises or lowers a weight", () => {
    expect(sheet + key).not.toMatch(/raise|lower|\(after|\(initial/);
  });

  test("a sheet has a field for the name, its seed, and its network in words; the key has no field", () => {
    expect(sheet).toContain("Name <u></u>");
    expect(key).not.toContain("Name <u></u>");
    expect(sheet).toContain("seed 3");
    expect(sheet).toContain("A 2-2-1 network with tanh neurons in its hidden layer.");
  });
});

/** A result at four digits, as boxes have it. */
const text = (value: number): string =>
  Math.abs(value) >= 1e-3 ? value.toPrecision(4) : value.toExponential(3);

test("the optimizer's rule, all its settings, and its state stand on the sheet", () => {
  const adam = { ...xor, optimizer: { name: "adam", learningRate: 0.1, beta1: 0.8 } };
  const first = bodyOf(worksheetSheets([variant(adam)], options));
  expect(first).toContain("⟦\\eta =⟧ 0.1");
  expect(first).toContain("⟦\\beta_1 =⟧ 0.8");
  expect(first).toContain("⟦\\beta_2 =⟧ 0.999");
  expect(first).toContain("⟦\\epsilon =⟧ 1 · 10<sup>−8</sup>");
  expect(first).toContain("The optimizer’s state is 0 before this update.");
  expect(first).toContain("⟦w \\leftarrow w - \\eta\\, \\hat m / (\\sqrt{\\hat v} + \\epsilon)⟧");
  const later = { experiment: adam, t: 2, ask: ["W.1.1.1@3"] };
  const sheet = bodyOf(worksheetSheets([variant(later)], options));
  expect(sheet).toContain("Optimizer state");
  expect(sheet).toMatch(/⟦W\^\{\(1\)\}_\{11\}\\colon⟧ ⟦m =⟧ −?[\d.]+, ⟦v =⟧ [\d.]+/);
  expect(sheet).toContain("⟦t = 3⟧");
});

test("every point that an update averages over is printed", () => {
  const samples = [
    [0.3, -0.7, 1],
    [0.25, 0.5, 0],
    [-0.4, 0.1, 1],
  ];
  const json = { experiment: { ...xor, dataset: { name: "custom", samples } }, ask: ["W.1.1.1@1"] };
  const sheet = bodyOf(worksheetSheets([variant(json)], options));
  const rows = [...sheet.matchAll(/<tr><th scope="row">\d<\/th>(.*?)<\/tr>/g)].map(([, row]) =>
    numbersOf(row!.replaceAll(/<\/?td>/g, " ")).map(Number),
  );
  expect(rows).toEqual(samples);
});

describe("stages", () => {
  const all = { forward: 6, loss: 1, backward: 3, gradient: 9, update: 9 };
  const lines = (html: string): number => html.split('<div class="q" ').length - 1;
  const one = variant(xor);

  test.each(Object.entries(all))("%s alone can be left blank", (stage, count) => {
    const blanks = [stage as keyof typeof all];
    const sheet = bodyOf(worksheetSheets([one], { ...options, blanks }));
    const boxes = [...boxesOf(sheet).values()];
    const before = Object.keys(all).indexOf(stage);
    const worked = Object.values(all)
      .slice(0, before)
      .reduce((sum, n) => sum + n, 0);
    expect(boxes.filter((inside) => inside === "")).toHaveLength(count);
    expect(lines(sheet)).toBe(worked + count);
    const [header] = worksheetTable([one], { ...options, blanks }).split("\n");
    expect(header!.split(",")).toHaveLength(2 + count);
  });

  test("a stage after a blank one that isn't blank is left out: it would give answers away", () => {
    const sheet = bodyOf(worksheetSheets([one], { ...options, blanks: ["forward", "gradient"] }));
    expect(lines(sheet)).toBe(all.forward + all.gradient);
    expect(sheet).not.toContain('data-id="ell');
  });

  test("withheld formulas leave symbols and boxes", () => {
    const sheet = bodyOf(worksheetSheets([one], { ...options, formulas: "withheld" }));
    expect(lines(sheet)).toBe(28);
    expect(sheet).not.toMatch(/\\(?:tanh|sigma|ln|partial \\ell \/|leftarrow)/);
    expect(sheet).not.toMatch(/⟦[^⟧]*=[^⟧]+⟧/);
  });

  test("a worked sheet has every line in full", () => {
    const worked = variant({ experiment: xor, style: "worked" });
    const sheet = bodyOf(worksheetSheets([worked], options));
    const right = exerciseLoop(printed(sheet));
    for (const [id, inside] of boxesOf(sheet)) {
      expect({ id, inside }).toEqual({ id, inside: text(right[stemOfId(id)]!) });
    }
    expect(sheet).not.toContain("Name <u>");
  });
});

describe("lines to put in order", () => {
  const exercise = read({ experiment: xor, style: "ordered" });
  const one = variantOf(exercise);
  const sheet = bodyOf(worksheetSheets([one], options));
  const key = bodyOf(worksheetKey([one], options));

  test("the key's order is right, line by line, and names the lines to leave out", () => {
    const order = [...key.matchAll(/<span class="box full">([A-Z]+)<\/span>/g)].map(([, letter]) => letter!);
    const judged = judgeOrder(
      exercise,
      order.map((letter) => letter.codePointAt(0)! - 65),
    );
    expect(judged.every(({ verdict }) => verdict === "correct")).toBe(true);
    const letters = [...sheet.matchAll(/<div class="o"><b>([A-Z]+)</g)].map(([, letter]) => letter!);
    const wrong = [...key.matchAll(/<p class="wrong"><b>([A-Z]+)</g)].map(([, letter]) => letter!);
    expect([...order, ...wrong].toSorted()).toEqual(letters);
    expect(worksheetTable([one], options)).toContain(`,${order.join(" ")}\n`);
  });

  test("the sheet has a box for each step and says nothing of an order", () => {
    expect(sheet.match(/<span class="box"><\/span>/g)).toHaveLength(exercise.ask.length);
    expect(sheet).not.toContain("full");
    expect(sheet).not.toContain("Lines to leave out");
    expect(sheet).not.toContain("{}_{,");
  });
});

describe("an unknown", () => {
  const json = { experiment: xor, style: "solve", ask: ["b.2.1"], given: { p: 0.6 } };
  const exercise = parseExercise(json) as SolveExercise;

  test("its solution gives the result when it's put in, and follows from the printed numbers", () => {
    const one = solveVariantOf(exercise);
    expect(one.rejection).toBeUndefined();
    expect(judge(exercise, { "b.2.1": one.solution.value })[0]!.verdict).toBe("correct");
    const key = bodyOf(worksheetKey([one], options));
    // σ(z) = 0.6 where z = ln(0.6/0.4).
    const weights = labelsOf(key, "w").map(printedNumber);
    const [b1, b2] = labelsOf(key, "bias").map(printedNumber) as [number, number];
    const a = [b1, b2].map((b, j) => Math.tanh(b + weights[2 * j]! * 0.3 + weights[2 * j + 1]! * -0.7));
    const solved = Math.log(0.6 / 0.4) - weights[4]! * a[0]! - weights[5]! * a[1]!;
    expect(one.solution.value).toBeCloseTo(solved, 4);
    expect(worksheetTable([one], options)).toBe(
      `seed,sheet,b.2.1\n3,${/sheet (\w+)/.exec(key)![1]},${text(solved)}\n`,
    );
  });

  test("the sheet has neither the solution nor the value that was drawn", () => {
    const one = solveVariantOf(exercise);
    const sheet = bodyOf(worksheetSheets([one], options));
    expect(labelsOf(sheet, "bias").at(-1)).toBe("⟦b⟧ ?");
    expect(numbersOf(sheet)).not.toContain(text(one.solution.value));
    expect(numbersOf(sheet)).not.toContain(text(one.solution.reached));
  });

  test("also where weights are matrices, because the network is large", () => {
    const wide = { ...xor, network: { ...xor.network, hidden: [{ units: 8, activation: "tanh" }] } };
    const one = solveVariantOf(parseExercise({ ...json, experiment: wide }) as SolveExercise);
    expect(bodyOf(worksheetSheets([one], options))).toContain("b^{(2)} = \\begin{bmatrix}?\\end{bmatrix}");
    expect(bodyOf(worksheetKey([one], options))).toContain(
      `b^{(2)} = \\begin{bmatrix}${one.solution.value}\\end{bmatrix}`,
    );
  });

  test("an exercise without a solution is rejected with the reason", () => {
    const relu = { ...xor, network: { ...xor.network, hidden: [{ units: 2, activation: "relu" }] } };
    const far = parseExercise({ ...json, experiment: relu, given: { p: 1.5 } }) as SolveExercise;
    expect(solveVariants(far, [1])[0]!.rejection!.message.text).toBe(
      "no value of b.2.1@0 between −100 and 100 gives p[1]@0 = 1.500",
    );
  });

  test("an exercise that any value solves is rejected: behind the unknown stands a weight of 0", () => {
    const behind = (weight: number, p: number) =>
      solveVariantOf(
        parseExercise({
          experiment: {
            ...xor,
            network: {
              hidden: [{ units: 1, activation: "tanh" }],
              initializer: {
                name: "given",
                parameters: [
                  { weight: [[1, 1]], bias: [0] },
                  { weight: [[weight]], bias: [0] },
                ],
              },
            },
          },
          style: "solve",
          ask: ["b.1.1"],
          given: { p },
        }) as SolveExercise,
      ).rejection?.message.text;
    // σ(0) = ½, whatever the hidden bias.
    expect(behind(0, 0.5)).toBe("any value of b.1.1@0 gives p[1]@0 = 0.5000");
    expect(behind(0, 0.6)).toBe("no value of b.1.1@0 between −100 and 100 gives p[1]@0 = 0.6000");
    expect(behind(1, 0.6)).toBeUndefined();
  });
});

test("an exercise from a trained network starts from its rounded weights, and its optimizer anew", () => {
  const session = createSession(parseExperiment({ ...xor, optimizer: { name: "adam", learningRate: 0.1 } }));
  while (session.t < 7) session.step();
  const exercise = exerciseFrom(session, 1);
  const sheet = bodyOf(worksheetSheets([variantOf(exercise)], options));
  const rounded = (from: number, to: number): number[] =>
    [...session.params.subarray(from, to)].map((w) => Math.round(w * 100) / 100);
  expect(labelsOf(sheet, "w").map(printedNumber)).toEqual([...rounded(0, 4), ...rounded(6, 8)]);
  expect(sheet).toContain("The optimizer’s state is 0 before this update.");
});

test("sheets of several seeds differ, and each has its row and its code", () => {
  const all = variants(read(xor), [1, 2, 4, 5]);
  const rows = worksheetTable(all, options).trimEnd().split("\n").slice(1);
  const sheets = bodyOf(worksheetSheets(all, options)).split("<article").slice(1);
  const keys = bodyOf(worksheetKey(all, options)).split("<article").slice(1);
  expect([rows.length, sheets.length, keys.length]).toEqual([4, 4, 4]);
  for (const [i, row] of rows.entries()) {
    const [seed, code] = row.split(",");
    expect(sheets[i]).toContain(`seed ${seed} · sheet ${code}`);
    expect(keys[i]).toContain(`seed ${seed} · key to sheet ${code}`);
  }
  expect(new Set(rows.map((row) => row.split(",")[1])).size).toBe(4);
});

test("text for CSS and HTML can't leave its place", () => {
  const file = 'a"</style><b>\\.json';
  const html = worksheetSheets([variant(xor)], { ...options, file });
  expect(html).not.toContain("<b>\\");
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

describe("every network of the family has a sheet, a key and a table", () => {
  const experiments = Object.entries(familyExperiments()).map(([name, experiment]) => ({ name, experiment }));

  test.each(experiments)("$name", ({ experiment }) => {
    const exercise: Exercise = parseExercise({ experiment: { ...experiment, changes: [] } });
    const one = variantOf(exercise as NumbersExercise);
    const sheet = bodyOf(worksheetSheets([one], options));
    const key = bodyOf(worksheetKey([one], options));
    expect([...boxesOf(sheet).keys()].toSorted()).toEqual([...exercise.ask].toSorted());
    const boxes = boxesOf(key);
    for (const { id, value } of one.solution.answers) {
      expect({ id, box: Number(boxes.get(id)) }).toEqual({
        id,
        box: Number(value.toPrecision(exercise.digits)),
      });
    }
    expect(worksheetTable([one], options).split("\n")[1]!.split(",")).toHaveLength(2 + exercise.ask.length);
    expect(sheet + key).not.toMatch(/undefined|NaN|\[object/);
  });
});
