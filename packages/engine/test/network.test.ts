import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, parameterId, parameterIndex, unpack } from "@neural-viz/engine";
import { anyNetwork, binaryNetwork } from "./arbitraries.ts";

test("2-4-1 has 17 parameters in PyTorch's order: weights row by row, then the bias, layer by layer", () => {
  const network = binaryNetwork([{ units: 4, activation: "tanh" }]);
  expect(Array.from({ length: network.size }, (_, i) => parameterId(network, i))).toEqual([
    ..."W.1.1.1 W.1.1.2 W.1.2.1 W.1.2.2 W.1.3.1 W.1.3.2 W.1.4.1 W.1.4.2".split(" "),
    ..."b.1.1 b.1.2 b.1.3 b.1.4 W.2.1.1 W.2.1.2 W.2.1.3 W.2.1.4 b.2.1".split(" "),
  ]);
});

test("a network without hidden layers is two weights and a bias", () => {
  const network = binaryNetwork([]);
  expect(unpack(network, Float64Array.of(1, 2, 3))).toEqual([{ weight: [[1, 2]], bias: [3] }]);
});

test("every parameter's name gives its index, and any other name gives none", () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      for (let i = 0; i < network.size; i++) {
        expect(parameterIndex(network, parameterId(network, i))).toBe(i);
      }
    }),
  );
  const network = binaryNetwork([{ units: 2, activation: "relu" }]);
  for (const id of ["W.0.1.1", "W.1.3.1", "W.1.1.3", "W.3.1.1", "b.1.0", "b.2.2", "W.1.1", "x", ""]) {
    expect(parameterIndex(network, id)).toBeUndefined();
  }
});

test("unpacking and packing gives the same vector", () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const flat = Float64Array.from({ length: network.size }, (_, i) => i / 7);
      expect(pack(unpack(network, flat))).toEqual(flat);
    }),
  );
});
