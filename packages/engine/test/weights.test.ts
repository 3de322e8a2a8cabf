import {
  createSession,
  ExperimentError,
  exports,
  layersFromJson,
  layersOf,
  parseExperiment,
  readNpz,
  readSafetensors,
  startingFrom,
  unpack,
} from "@neural-viz/engine";
import { describe, expect, test } from "vitest";

/** A .safetensors file, written by hand from the format's description. */
function written(
  header: unknown,
  numbers: readonly (readonly ["F32" | "F64", readonly number[]])[],
): Uint8Array {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  const data = numbers.flatMap(([type, values]) =>
    values.map((value) => {
      const bytes = Buffer.alloc(type === "F32" ? 4 : 8);
      if (type === "F32") bytes.writeFloatLE(value);
      else bytes.writeDoubleLE(value);
      return bytes;
    }),
  );
  return new Uint8Array(Buffer.concat([length, text, ...data]));
}

const single = { "fc1.bias": { dtype: "F32", shape: [1], data_offsets: [0, 4] } };

describe("safetensors", () => {
  test("reads float32 exactly, float64, and the order of the header", () => {
    const bytes = written(
      {
        __metadata__: { format: "pt" },
        "fc1.weight": { dtype: "F32", shape: [1, 2], data_offsets: [0, 8] },
        "fc1.bias": { dtype: "F64", shape: [1], data_offsets: [8, 16] },
      },
      [
        ["F32", [0.1, -2]],
        ["F64", [0.1]],
      ],
    );
    const [weight, bias] = readSafetensors(bytes);
    expect(weight).toMatchObject({ name: "fc1.weight", shape: [1, 2], dtype: "float32" });
    expect([...weight!.values]).toEqual([Math.fround(0.1), -2]);
    expect([...bias!.values]).toEqual([0.1]);
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a header longer than the file", Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 0, 123)],
    ["no JSON", written("x", []).map((byte, i) => (i === 8 ? 0xff : byte))],
    [
      "numbers beyond the end",
      written({ "a.bias": { dtype: "F64", shape: [2], data_offsets: [0, 16] } }, [["F64", [1]]]),
    ],
    [
      "a size that isn’t the shape’s",
      written({ "a.bias": { dtype: "F64", shape: [2], data_offsets: [0, 8] } }, [["F64", [1]]]),
    ],
    [
      "a negative shape",
      written({ "a.bias": { dtype: "F64", shape: [-1], data_offsets: [0, 8] } }, [["F64", [1]]]),
    ],
  ])("refuses %s", (_, bytes) => {
    expect(() => readSafetensors(bytes)).toThrow("The file must be in the safetensors format");
  });

  test("refuses other types by name", () => {
    const bytes = written({ "a.bias": { dtype: "BF16", shape: [1], data_offsets: [0, 2] } }, []);
    expect(() => readSafetensors(bytes)).toThrow(
      "a.bias must hold numbers of type F64 or F32; it holds BF16.",
    );
    expect(readSafetensors(written(single, [["F32", [1]]]))).toHaveLength(1);
  });

  test("what is exported is read again, to the last bit", async () => {
    const session = createSession(parseExperiment({ version: 1 }));
    for (let t = 0; t < 3; t++) session.step();
    const trained = unpack(session.network, session.params);
    const bytes = exports.safetensors.write(session);
    expect(layersOf(readSafetensors(bytes))).toEqual(trained);
    const npz = exports.npz.write(session);
    expect(layersOf(await readNpz(npz, (part) => part))).toEqual(trained);
    expect(layersFromJson(JSON.parse(exports.json.write(session)))).toEqual(trained);
  });
});

const array = (name: string, shape: readonly number[], first = 0) => ({
  name,
  shape,
  values: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => first + i),
  dtype: "float64" as const,
});
/** Weights and biases of layers with these shapes, in this order. */
const file = (layers: readonly (readonly [name: string, out: number, into: number])[]) =>
  layers.flatMap(([name, out, into]) => [array(`${name}.weight`, [out, into]), array(`${name}.bias`, [out])]);
const widths = (layers: Parameters<typeof file>[0]) => layersOf(file(layers)).map(({ bias }) => bias.length);

describe("the order of layers", () => {
  test("is that of the numbers in their names", () => {
    expect(widths([["fc10", 1, 3], ["fc2", 3, 5], ["fc1", 5, 2]])).toEqual([5, 3, 1]); // prettier-ignore
    expect(
      widths([
        ["layers.2", 1, 4],
        ["layers.0", 4, 2],
      ]),
    ).toEqual([4, 1]);
  });

  test("is that of the file where names say nothing, or the only one that joins", () => {
    expect(
      widths([
        ["input", 4, 2],
        ["hidden", 3, 4],
        ["answer", 1, 3],
      ]),
    ).toEqual([4, 3, 1]);
    expect(
      widths([
        ["a", 3, 4],
        ["b", 1, 3],
        ["c", 4, 2],
      ]),
    ).toEqual([4, 3, 1]);
  });

  test("is refused where layers don’t join, or join in several ways", () => {
    expect(() =>
      widths([
        ["a", 3, 2],
        ["b", 1, 4],
      ]),
    ).toThrow("these don’t join: a (3 × 2), b (1 × 4).");
  });

  test.each([
    [[array("mean", [2])], "one is called mean"],
    [[array("fc1.weight", [2, 2])], "fc1 has no bias"],
    [[array("fc1.bias", [2])], "fc1 has no weight"],
    [[array("c.weight", [2, 2, 3, 3]), array("c.bias", [2])], "c.weight must have 2 dimensions"],
    [
      [array("c.weight", [2, 2]), array("c.bias", [3])],
      /^c\.bias must have 2 numbers, one for each row of its weights; its shape is 3\.$/,
    ],
    [
      [array("c.weight", [2, 3]), array("c.bias", [3])],
      "its shape is 3. That’s one for each column: transpose the weights.",
    ],
    [
      [array("c.weight", [1, 2], NaN), array("c.bias", [1])],
      "Every weight and bias must be a finite number; c.weight holds NaN.",
    ],
    [[array("c.weight", [1, 2]), array("c.bias", [1], -Infinity)], "c.bias holds −∞."],
    [[], "it holds none"],
  ])("is refused: %#", (arrays, message) => {
    expect(() => layersOf(arrays)).toThrow(message);
  });
});

describe("an experiment from weights", () => {
  const experiment = parseExperiment({
    version: 1,
    network: { hidden: [{ units: 3, activation: "relu" }] },
    changes: [{ at: 2, parameter: "b.1.1", value: 1 }],
  });
  const layers = layersOf(
    file([
      ["0", 5, 2],
      ["1", 1, 5],
    ]),
  );

  test("takes the widths and the numbers, and keeps the rest", () => {
    const started = startingFrom(experiment, layers);
    expect(started.network.hidden).toEqual([{ units: 5, activation: "relu" }]);
    expect(started.changes).toEqual([]);
    expect(started.dataset).toEqual(experiment.dataset);
    const { network, params } = createSession(started);
    expect(unpack(network, params)).toEqual(layers);
  });

  test("asks for activations that it can’t know", () => {
    const deep = layersOf(
      file([
        ["0", 5, 2],
        ["1", 4, 5],
        ["2", 1, 4],
      ]),
    );
    expect(() => startingFrom(experiment, deep)).toThrow(
      "The file holds a 2-5-4-1 network and doesn’t say its activations. Name one for each of its 2 hidden layers, or one for all.",
    );
    expect(
      startingFrom(experiment, deep, ["tanh"]).network.hidden.map(({ activation }) => activation),
    ).toEqual(["tanh", "tanh"]);
    expect(startingFrom(experiment, deep, ["tanh", "relu"]).network.hidden[1]!.activation).toBe("relu");
    expect(() => startingFrom(experiment, deep, ["tanh", "relu", "relu"])).toThrow("3 are named");
  });

  test("refuses other inputs and outputs, too many neurons, and numbers that aren’t finite", () => {
    expect(() =>
      startingFrom(
        experiment,
        layersOf(
          file([
            ["0", 5, 3],
            ["1", 1, 5],
          ]),
        ),
      ),
    ).toThrow("Its inputs must be as many as those of the experiment, 2; they are 3.");
    expect(() =>
      startingFrom(
        experiment,
        layersOf(
          file([
            ["0", 5, 2],
            ["1", 2, 5],
          ]),
        ),
      ),
    ).toThrow("Its outputs must be");
    expect(() =>
      startingFrom(
        experiment,
        layersOf(
          file([
            ["0", 9, 2],
            ["1", 1, 9],
          ]),
        ),
      ),
    ).toThrow("from 1 to 8; it is 9");
    const odd = [{ weight: [[NaN, 1]], bias: [0] }];
    expect(() => startingFrom(parseExperiment({ version: 1, network: { hidden: [] } }), odd)).toThrow(
      ExperimentError,
    );
  });
});
