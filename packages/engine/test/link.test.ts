import fc from "fast-check";
import { expect, test } from "vitest";
import {
  asId,
  defaultExperiment,
  ExperimentError,
  fingerprint,
  fitsInLink,
  MAX_LINK,
  parseExperiment,
  readLink,
  writeLink,
} from "@neural-viz/engine";
import { fnv1a } from "../src/math/fingerprint.ts";

test("a link brings back the experiment, the epoch and what was looked at", () => {
  const changed = parseExperiment({
    version: 1,
    dataset: { name: "spiral", points: 120, noise: 0.05, seed: 4294967295 },
    network: { hidden: [{ units: 8, activation: "relu" }], initializer: { name: "he", seed: 7 } },
    optimizer: { name: "rmsprop", learningRate: 0.0123456789012345 },
    changes: [{ at: 5, parameter: "W.1.2.1", value: -1.5e-300 }],
  });
  for (const experiment of [defaultExperiment, changed]) {
    const linked = {
      experiment,
      t: 42,
      sample: 7,
      probe: [0.25, 0.75] as const,
      panel: "chainRule",
      wide: true,
      settings: { parameter: "W.1.1.1", reach: 0.5, down: false },
      step: { t: 41, zoom: "layer", unit: 3 } as const,
      beside: { differs: "network", experiment: changed, t: 7 } as const,
      inspect: asId("p[probe 0.25,0.75]@42")!,
      fingerprint: "cbf29ce484222325",
    };
    const fragment = writeLink(linked);
    expect(fragment).toMatch(/^[\w%.!~*'()-]+$/);
    expect(fragment.length).toBeLessThan(2000);
    expect(readLink(fragment)).toEqual(linked);
  }
  expect(
    readLink(writeLink({ experiment: defaultExperiment, t: 0, inspect: undefined })).inspect,
  ).toBeUndefined();
});

/** What is said of a damaged link; nothing when it can still be read. */
function told(fragment: string): string | undefined {
  try {
    readLink(fragment);
    return undefined;
  } catch (error) {
    if (error instanceof ExperimentError) return error.message;
    throw error;
  }
}

test("a damaged link is one sentence, whatever was done to it", () => {
  const whole = writeLink({ experiment: defaultExperiment, t: 42, inspect: asId("L@42")! });
  const sentences = new Set<string>();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), (at, other) => {
      sentences.add(told(whole.slice(0, at) + other + whole.slice(at + 1)) ?? "It can be read.");
    }),
    { numRuns: 500 },
  );
  expect(sentences.size).toBeGreaterThan(5);
  for (const sentence of sentences) expect(sentence).toMatch(/^\S[^\n]*[.”]$/);
  expect(told("%7B")).toMatch(/incomplete or was changed/);
  expect(told(encodeURIComponent('{"experiment":{"version":1},"t":-1}'))).toMatch(/t is -1/);
});

test("what a link looks at must be there", () => {
  const link = (more: object): string =>
    encodeURIComponent(
      JSON.stringify({ experiment: { version: 1, dataset: { name: "xor" } }, t: 0, ...more }),
    );
  expect(told(link({ sample: 4 }))).toBeUndefined();
  expect(told(link({ sample: 5 }))).toBe("sample must be a whole number from 1 to 4; it is 5.");
  expect(told(link({ probe: [0.5, 0.25] }))).toBeUndefined();
  expect(told(link({ probe: [0.5, 0.25, 0.5] }))).toMatch(/^probe must be two numbers from 0 to 1/);
  expect(told(link({ probe: [0.5] }))).toBe(
    "probe must be two numbers from 0 to 1; it is a list of 1 value.",
  );
  expect(told(link({ probe: [0.5, "a"] }))).toBe(
    "probe must be two numbers from 0 to 1; it is a list of 2 values.",
  );
  expect(told(link({ probe: [1e308, -1e308] }))).toBe(
    "probe must be two numbers from 0 to 1; it is a list of 2 values.",
  );
  expect(told(link({ panel: 3 }))).toBe("panel must be the name of a tool, such as audit; it is 3.");
  expect(told(link({ panel: "x".repeat(5000) }))).toMatch(
    /^panel must be the name of a tool, such as audit; it is "x{56,60}/,
  );
  expect(told(link({ panel: "__proto__" }))).toMatch(/^panel must be .*; it is "__proto__"/);
  for (const other of [3, { "a b": 1 }, { list: [1] }, { text: "x".repeat(201) }, { nothing: null }]) {
    expect(told(link({ settings: other }))).toMatch(/^settings must be an object/);
  }
  expect(told(link({ step: { t: 0, zoom: "atom", unit: 0 } }))).toBe(
    'step.zoom must be one of stage, layer, scalar; it is "atom".',
  );
  expect(told(link({ step: { t: 0, zoom: "stage", unit: -1 } }))).toMatch(
    /^step\.unit must be a whole number/,
  );
  expect(told(link({ beside: { differs: "seed" } }))).toBe(
    'beside.differs must be one of point, epoch, network; it is "seed".',
  );
  expect(told(link({ beside: { differs: "point", sample: 0 } }))).toMatch(/^beside\.sample must be/);
  for (const other of [1, "", "CBF29CE484222325", "cbf29ce48422232", "cbf29ce4842223255"]) {
    expect(told(link({ fingerprint: other }))).toMatch(
      /^fingerprint must be 16 hexadecimal digits; it is .*\.$/,
    );
  }
  expect(told(link({ fingerprint: "cbf29ce484222325" }))).toBeUndefined();
});

test("a probe holds as many numbers as the data have inputs, each within the domain", () => {
  const told3 = (probe: unknown, domain?: unknown): string | undefined =>
    told(
      encodeURIComponent(
        JSON.stringify({
          experiment: {
            version: 1,
            dataset: {
              name: "custom",
              inputs: 3,
              samples: [[0, 1, 2, 1]],
              ...(domain !== undefined && { domain }),
            },
          },
          t: 0,
          probe,
        }),
      ),
    );
  const domain = [
    [0, 1],
    [-5, 5],
    [10, 20],
  ];
  expect(told3([0.1, 0.2, 1])).toBeUndefined();
  expect(told3([0.1, -4, 20], domain)).toBeUndefined();
  expect(told3([0.1, 0.2])).toBe("probe must be three numbers from 0 to 1; it is a list of 2 values.");
  expect(told3([0.1, -4, 9], domain)).toBe(
    "probe must be a list with a number from 0 to 1 and a number from -5 to 5 and a number from 10 to 20; it is a list of 3 values.",
  );
});

test("a link is at most 8 kB; what is longer has to be a file", () => {
  const short = writeLink({ experiment: defaultExperiment, t: 0 });
  expect(fitsInLink(short)).toBe(true);
  expect(fitsInLink("x".repeat(MAX_LINK))).toBe(true);
  expect(fitsInLink("x".repeat(MAX_LINK + 1))).toBe(false);
  const samples = Array.from({ length: 1000 }, (_, s) => [s / 1000, 0.5, s % 2]);
  const long = writeLink({
    experiment: parseExperiment({ version: 1, dataset: { name: "custom", samples } }),
    t: 0,
  });
  expect(fitsInLink(long)).toBe(false);
});

test("the quantity that a link looks at is one that the run may have", () => {
  const link = (inspect: unknown): string =>
    encodeURIComponent(
      JSON.stringify({
        experiment: { version: 1, dataset: { name: "xor" }, training: { epochs: 50 } },
        t: 3,
        inspect,
      }),
    );
  for (const id of [
    "L@3",
    "a.1.4[4]@50",
    "gW.1.4.2[1]@0",
    "p[probe 0,1]@2",
    "x[4].2",
    "h.learningRate@3",
    "rng.2",
  ]) {
    expect(told(link(id))).toBeUndefined();
  }
  for (const [id, sentence] of [
    ["a.1.1[999999999999]@5", "There is no point 999999999999; the points are [1] to [4]"],
    ["a.1.5[1]@5", "names a neuron that this 2-4-1 network doesn’t have"],
    ["z.3.1[1]@5", "names a neuron that this 2-4-1 network doesn’t have"],
    ["W.1.5.1@5", "This 2-4-1 network has no parameter W.1.5.1"],
    ["L@51", "L@51 is too late: this run has at most 50 updates"],
    ["p[probe 1e308,-1e308]@5", "p[probe 1e+308,-1e+308]"],
    ["p[probe 7,0.5]@5", "A probe has two numbers from 0 to 1"],
    ["p[cell 1,99,40]@5", "A picture of 40 by 40 cells has no cell 1,99"],
    ["constructor", "recognize the id"],
    ["x".repeat(5000), "inspect must be the id of a quantity"],
    [7, "inspect must be the id of a quantity, such as W.1.1.1@0; it is 7"],
  ]) {
    expect(told(link(id))).toContain(sentence);
  }
});

test("the fingerprint is FNV-1a of the bytes, by its published vectors", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  expect(fnv1a(bytes(""))).toBe("cbf29ce484222325");
  expect(fnv1a(bytes("a"))).toBe("af63dc4c8601ec8c");
  expect(fnv1a(bytes("foobar"))).toBe("85944171f73967e8");
  const { buffer } = Float64Array.of(1, -0, 1e-300);
  expect(fingerprint(Float64Array.of(1, -0, 1e-300))).toBe(fnv1a(new Uint8Array(buffer)));
  expect(fingerprint(Float64Array.of(0))).not.toBe(fingerprint(Float64Array.of(-0)));
  // A processor may give NaN with either sign.
  const negative = new Float64Array(BigUint64Array.of(0xfff8000000000000n).buffer);
  expect(fingerprint(negative)).toBe(fingerprint(Float64Array.of(NaN)));
});
