import fc from "fast-check";
import { expect, test } from "vitest";
import {
  defaultExperiment,
  ExperimentError,
  fingerprint,
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
      inspect: "p[probe 0.25,0.75]@42",
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
  const whole = writeLink({ experiment: defaultExperiment, t: 42, inspect: "L@42" });
  const sentences = new Set<string>();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), (at, other) => {
      sentences.add(told(whole.slice(0, at) + other + whole.slice(at + 1)) ?? "It can be read.");
    }),
    { numRuns: 500 },
  );
  expect(sentences.size).toBeGreaterThan(5);
  for (const sentence of sentences) expect(sentence).toMatch(/^\S[^\n]*[.”]$/);
  expect(told("%7B")).toMatch(/cut off/);
  expect(told(encodeURIComponent('{"experiment":{"version":1},"t":-1}'))).toMatch(/t is -1/);
});

test("what a link looks at must be there", () => {
  const link = (more: object): string =>
    encodeURIComponent(
      JSON.stringify({ experiment: { version: 1, dataset: { name: "xor" } }, t: 0, ...more }),
    );
  expect(told(link({ sample: 4 }))).toBeUndefined();
  expect(told(link({ sample: 5 }))).toBe("sample is 5; a whole number from 1 to 4 is wanted.");
  expect(told(link({ probe: [0.5, 0.25] }))).toBeUndefined();
  expect(told(link({ probe: [0.5] }))).toBe("probe is a list of 1; it must be a list of two finite numbers.");
  expect(told(link({ probe: [0.5, "a"] }))).toBe(
    "probe is a list of 2; it must be a list of two finite numbers.",
  );
  expect(told(link({ panel: 3 }))).toBe("panel is 3; the name of a tool is wanted.");
  expect(told(link({ fingerprint: 1 }))).toMatch(/^fingerprint is 1; 16 hexadecimal/);
});

test("the fingerprint is FNV-1a of the bytes, by its published vectors", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  expect(fnv1a(bytes(""))).toBe("cbf29ce484222325");
  expect(fnv1a(bytes("a"))).toBe("af63dc4c8601ec8c");
  expect(fnv1a(bytes("foobar"))).toBe("85944171f73967e8");
  const { buffer } = Float64Array.of(1, -0, 1e-300);
  expect(fingerprint(Float64Array.of(1, -0, 1e-300))).toBe(fnv1a(new Uint8Array(buffer)));
  expect(fingerprint(Float64Array.of(0))).not.toBe(fingerprint(Float64Array.of(-0)));
});
