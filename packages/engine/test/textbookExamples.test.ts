/** The files in examples/: published numbers, numbers derived by hand, and what each run comes to. */
import { readdirSync, readFileSync } from "node:fs";
import {
  createObjectivePass,
  createSession,
  fitOf,
  parameterIndex,
  parseExperiment,
  type Session,
} from "@neural-viz/engine";
import { describe, expect, test } from "vitest";

const folder = new URL("../../../examples/", import.meta.url);

function start(name: string): Session {
  return createSession(parseExperiment(JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"))));
}

function finish(name: string): Session {
  const session = start(name);
  while (session.stopped === undefined) session.step();
  return session;
}

const parameter = ({ network, params }: Session, name: string): number =>
  params[parameterIndex(network, name)!]!;

/** Whether a number is a printed one, to all its digits. */
function expectPrinted(value: number, printed: string): void {
  const decimals = printed.split(".")[1]!.length;
  expect(Math.abs(value - Number(printed)), `${value} for ${printed}`).toBeLessThan(0.51 * 10 ** -decimals);
}

test("the README lists every file once", () => {
  const readme = readFileSync(new URL("README.md", folder), "utf8");
  const listed = [...readme.matchAll(/^\| `(.*?)`/gm)].map(([, name]) => name!);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  expect(listed.toSorted()).toEqual(files.toSorted());
});

describe("Mazur's step-by-step example", () => {
  const published = {
    "W.1.1.1": "0.149780716",
    "W.1.1.2": "0.19956143",
    "W.1.2.1": "0.24975114",
    "W.1.2.2": "0.29950229",
    "W.2.1.1": "0.35891648",
    "W.2.1.2": "0.408666186",
    "W.2.2.1": "0.511301270",
    "W.2.2.2": "0.561370121",
  };

  test("has its error before the first update, and its weights after it", () => {
    const session = start("mazur");
    expectPrinted(session.loss, "0.298371109");
    expectPrinted(session.outputs[0]![0]!, "0.75136507");
    expectPrinted(session.outputs[1]![0]!, "0.772928465");
    session.step();
    for (const [name, printed] of Object.entries(published)) expectPrinted(parameter(session, name), printed);
  });

  test("comes to 0.2910277737 with its biases kept, where the blog prints 0.291027924", () => {
    const session = start("mazur");
    const { network, goal, initialParams } = session;
    session.step();
    const params = session.params.slice();
    for (const { bias, fanOut } of network.layers) {
      params.set(initialParams.subarray(bias, bias + fanOut), bias);
    }
    const error = createObjectivePass(goal)(params);
    expectPrinted(error, "0.2910277737");
    expect(Math.abs(error - 0.291027924)).toBeGreaterThan(1e-7);
  });
});

test("Han & Kamber's example has the book's numbers with its own loss and rate", () => {
  // Tables 6.3 to 6.5 of the 2nd edition, which rounds in between.
  const weights = {
    "W.2.1.1": -0.261,
    "W.2.1.2": -0.138,
    "W.1.1.1": 0.192,
    "W.1.2.1": -0.306,
    "W.1.1.2": 0.4,
    "W.1.2.2": 0.1,
    "W.1.1.3": -0.508,
    "W.1.2.3": 0.194,
    "b.2.1": 0.218,
    "b.1.2": 0.194,
    "b.1.1": -0.408,
  };
  const session = start("han-kamber");
  expect(session.experiment.optimizer.learningRate).toBe(0.9);
  expect(session.outputs[0]![0]).toBeCloseTo(0.474, 3);
  const errors = { "b.2.1": 0.1311, "b.1.2": -0.0065, "b.1.1": -0.0087 }; // the book's Err is our −δ
  for (const [name, error] of Object.entries(errors)) {
    const slope = session.gradient[parameterIndex(session.network, name)!]!;
    expect(Math.abs(-slope - error)).toBeLessThan(1e-4);
  }
  session.step();
  for (const [name, weight] of Object.entries(weights)) {
    expect(Math.abs(parameter(session, name) - weight)).toBeLessThan(0.0006);
  }
});

test("logistic regression: the first updates by hand, and the best weight by a cubic equation", () => {
  const session = start("logistic-regression"); // x = 1, 2, 3, 4 with y = 0, 1, 0, 1; w = b = 0; η = ½
  // ŷ = ½ everywhere, so the loss is ln 2, and ∂L/∂w = ½(1 − 2 + 3 − 4)/4 = −¼, ∂L/∂b = ½(1 − 1 + 1 − 1)/4 = 0.
  expect(session.loss).toBeCloseTo(Math.LN2, 15);
  expect([...session.gradient]).toEqual([-0.25, 0]);
  session.step();
  expect([...session.params]).toEqual([0.125, 0]);
  // ŷ = 1/(1 + e^(−x/8)), ℓ = ln(1 + e^z) − y·z
  const z = [1, 2, 3, 4].map((x) => x / 8);
  const losses = z.map((value, s) => Math.log(1 + Math.exp(value)) - (s % 2) * value);
  expect(session.loss).toBeCloseTo(losses.reduce((a, b) => a + b) / 4, 14);
  const errors = z.map((value, s) => 1 / (1 + Math.exp(-value)) - (s % 2));
  const w = 0.125 - (0.5 * errors.reduce((sum, error, s) => sum + error * (s + 1), 0)) / 4;
  const b = (-0.5 * errors.reduce((sum, error) => sum + error)) / 4;
  session.step();
  expect(session.params[0]).toBeCloseTo(w, 14);
  expect(session.params[1]).toBeCloseTo(b, 14);
  // The data are the same seen from the other end, so z = w(x − 2.5) at the best. ∂L/∂w = 0 is σ(w/2) = 3σ(−3w/2): with
  // q = e^(w/2) that's q/(1 + q) = 3/(1 + q³), or (q + 1)(q³ − q² + q − 3) = 0.
  let [low, high] = [1, 2];
  for (let i = 0; i < 60; i++) {
    const q = (low + high) / 2;
    if (q ** 3 - q ** 2 + q - 3 < 0) low = q;
    else high = q;
  }
  const best = 2 * Math.log(low);
  while (session.stopped === undefined) session.step();
  expect(session.params[0]).toBeCloseTo(best, 8);
  expect(session.params[1]).toBeCloseTo(-2.5 * best, 8);
  expect(session.correct).toBe(2);
});

test("softmax regression: the first update by hand", () => {
  const session = start("softmax-regression"); // (0, 0), (1, 0), (0, 1) of class 0, 1, 2; all weights 0; η = 9
  // p = ⅓ everywhere, so the loss is ln 3 and δ is −⅔ for the own class, ⅓ for the others.
  // ∂L/∂W₁ = (⅓·(1, 0) + ⅓·(0, 1))/3 = (1, 1)/9, ∂L/∂W₂ = (−2, 1)/9, ∂L/∂W₃ = (1, −2)/9; biases (−⅔ + ⅓ + ⅓)/3 = 0.
  expect(session.loss).toBeCloseTo(Math.log(3), 15);
  const ninths = [1, 1, -2, 1, 1, -2, 0, 0, 0];
  session.gradient.forEach((slope, i) => expect(9 * slope).toBeCloseTo(ninths[i]!, 14));
  session.step();
  session.params.forEach((w, i) => expect(w).toBeCloseTo(-ninths[i]!, 14));
  // z is 0, 0, 0 at (0, 0), and −1, 2, −1 at (1, 0): p of its own class is e²/(e² + 2/e) = 1/(1 + 2e⁻³), so too at (0, 1).
  const sure = 1 / (1 + 2 * Math.exp(-3));
  expect(session.outputs[1]![1]).toBeCloseTo(sure, 14);
  expect(session.outputs[2]![2]).toBeCloseTo(sure, 14);
  expect(session.outputs.map((column) => column[0])).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect(session.loss).toBeCloseTo((Math.log(3) - 2 * Math.log(sure)) / 3, 14);
});

test("the line comes to the least-squares line", () => {
  const { samples, params, stopped } = finish("line");
  const [x, y] = [samples.inputs[0]!, samples.targets[0]!];
  const mean = (values: Float64Array): number => values.reduce((a, b) => a + b) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const slope =
    x.reduce((sum, value, s) => sum + (value - mx) * (y[s]! - my), 0) /
    x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
  expect(stopped!.reason).toBe("epochs");
  expect(params[0]).toBeCloseTo(slope, 6);
  expect(params[1]).toBeCloseTo(my - slope * mx, 6);
});

test("the sine is fitted to within its noise", () => {
  const { rmse, r2 } = fitOf(finish("sine"))!;
  expect(rmse).toBeLessThan(0.06); // the noise is 0.05
  expect(r2).toBeGreaterThan(0.99);
});

test.each([
  ["blobs", 150, 1, 0],
  ["penguins", 257, 0.97, 78], // of 85 held out
  ["xor-by-features", 4, 1, 0],
  ["xor-with-a-change", 4, 1, 0],
  ["moons", 200, 0.85, 0],
] as const)("%s: of %i points at least a share of %d is correct in the end", (name, count, least, held) => {
  const session = finish(name);
  expect(session.train.count).toBe(count);
  expect(session.correct! / count).toBeGreaterThanOrEqual(least);
  expect(session.test?.correct ?? 0).toBeGreaterThanOrEqual(held);
});

test("no weights classify XOR without its feature", () => {
  const file = JSON.parse(readFileSync(new URL("xor-by-features.json", folder), "utf8")) as {
    network: object;
  };
  const session = createSession(
    parseExperiment({ ...file, network: { ...file.network, features: ["x1", "x2"] } }),
  );
  while (session.stopped === undefined) session.step();
  expect(session.correct).toBeLessThan(4);
});
