import { expect, test } from "vitest";
import { fitted, readBlock } from "../src/panels/weights/block.ts";

test.each([
  ["a spreadsheet's cells", "1\t2.5\r\n-3\t4e-2\r\n"],
  ["commas", "1, 2.5\n-3, 4e-2"],
  ["semicolons", "1;2.5\n-3;4e-2"],
  ["spaces", "  1    2.5\n -3  4e-2 "],
  ["a list of lists", "[[1,2.5],[-3,0.04]]"],
  ["NumPy's print", "[[ 1.    2.5 ]\n [-3.    0.04]]"],
  ["NumPy's repr", "array([[ 1.  ,  2.5 ],\n       [-3.  ,  0.04]])"],
  [
    "PyTorch's print of a parameter",
    "Parameter containing:\ntensor([[ 1.0000,  2.5000],\n        [-3.0000,  0.0400]], requires_grad=True)",
  ],
])("%s are read", (_, text) => {
  expect(readBlock(text)).toEqual({
    ok: true,
    value: [
      [1, 2.5],
      [-3, 0.04],
    ],
  });
});

test("a row that NumPy wraps is one row", () => {
  expect(readBlock("[[1. 2.\n  3. 4.]]")).toEqual({ ok: true, value: [[1, 2, 3, 4]] });
});

test.each([
  ["", "There are no numbers"],
  ["[[]]", "There are no numbers"],
  ["1\t2\n3", "Row 2 of the block has 1 number, but row 1 has 2"],
  ["1,2\n3,", "Row 2, column 2 of the block is empty"],
  ["1\t\n3\t4", "Row 1, column 2 of the block is empty"],
  ["1 2\n3 four", "Row 2, column 2 of the block is “four”"],
  ["[[1. 2. ... 3.]]", "Row 1, column 3 of the block is “...”"],
  ["1,nan", "Row 1, column 2 of the block is “nan”"],
  ["1,1e999", "Row 1, column 2 of the block is “1e999”"],
])("“%s” is refused with a sentence", (text, why) => {
  const read = readBlock(text);
  expect(read.ok ? "" : read.why).toContain(why);
});

test("a block fits where there are enough cells, and one row goes down a single column", () => {
  const block = [
    [1, 2],
    [3, 4],
  ];
  expect(fitted(block, 2, 3)).toEqual({ ok: true, value: block });
  expect(fitted([[1, 2]], 2, 1)).toEqual({ ok: true, value: [[1], [2]] });
  const refused = fitted(block, 1, 2);
  expect(refused.ok ? "" : refused.why).toContain("The block is 2 × 2, but from this cell only 1 × 2");
});
