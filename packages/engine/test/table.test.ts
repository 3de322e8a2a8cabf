/** Tables of points: what is in the file is what is trained on. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ExperimentError,
  inOwnUnit,
  likelyChoice,
  likelyColumns,
  parseDataset,
  type Points,
  pointsOf,
  readTable,
  tableData,
} from "@neural-viz/engine";
import { refusal } from "./refusal.ts";

function read(text: string): Points {
  const table = readTable(text);
  return pointsOf(table, likelyColumns(table), 5000);
}

const inside = [
  [0.5, 0.25, 1],
  [0.75, 0, 0],
];

test.each([
  ["commas", "0.5,0.25,1\n0.75,0,0\n"],
  ["commas and a header", "x1,x2,label\n0.5,0.25,1\n0.75,0,0"],
  ["semicolons and decimal commas", "a;b;c\r\n0,5;0,25;1\r\n0,75;0;0\r\n"],
  ["tabs", "0.5\t0.25\t1\n0.75\t0\t0"],
  ["tabs and decimal commas", "0,5\t0,25\t1\n0,75\t0\t0"],
  ["quotes, spaces, empty lines, a byte order mark", '\uFEFF"0.5", "0.25" ,1\n\n 0.75,0,"0"\n\n'],
  ["exponents and signs", "+5e-1,.25,1\n7.5E-1,-0,0"],
  [
    "words for labels, the first word being class 0",
    "0.5,0.25,yes\n0.75,0,no".replace(/yes/, "B").replace(/no/, "A"),
  ],
])("reads %s", (name, text) => {
  const { samples, map } = read(text);
  const flipped = name.startsWith("words");
  const expected = inside.map(([x1, x2, y]) => [x1, x2, flipped ? 1 - y! : y]);
  expect(samples.map((row) => row.map((value) => value + 0))).toEqual(expected);
  expect(map).toBeUndefined();
});

test("the label is the last column of two kinds, wherever it stands", () => {
  const table = readTable("1,0.5,0.25\n0,0.75,0\n1,0.1,0.2");
  expect(likelyColumns(table)).toEqual({ x1: 1, x2: 2, label: 0 });
});

test.each([
  ["an index that pandas wrote", ",a,b,c\n7,0.5,0.25,1\n3,0.75,0,0", { x1: 1, x2: 2, label: 3 }],
  ["rows numbered from 0", "0,0.5,0.2,1\n1,0.7,0,0\n2,0.1,0.3,1", { x1: 1, x2: 2, label: 3 }],
  ["a single class", "0.5,0.25,1\n0.75,0,1\n0.1,0.25,1", { x1: 0, x2: 1, label: 2 }],
  ["runs of spaces", " 0.5   0.25 1\n 0.75  0    0\n", { x1: 0, x2: 1, label: 2 }],
])("the likely columns of %s", (_name, text, expected) => {
  expect(likelyColumns(readTable(text))).toEqual(expected);
});

test("no is class 0 and yes is class 1, unless chosen otherwise", () => {
  expect(read("0,0,True\n1,1,False").samples.map(([, , y]) => y)).toEqual([1, 0]);
  expect(read("0,0,yes\n1,1,yes").samples.map(([, , y]) => y)).toEqual([1, 1]);
  const table = readTable("0,0,a\n1,1,b");
  expect(pointsOf(table, likelyColumns(table), 9, "a").samples.map(([, , y]) => y)).toEqual([1, 0]);
});

test("of two numbers the larger is class 1", () => {
  expect(read("0,0,1\n1,1,-1").samples.map(([, , y]) => y)).toEqual([1, 0]);
  expect(read("0,0,9\n1,1,10").samples.map(([, , y]) => y)).toEqual([0, 1]);
});

test("a quoted cell may hold the separator and quotes", () => {
  expect(readTable('0,1,"a, ""b"""\n1,0,c').rows[0]!.cells).toEqual(["0", "1", 'a, "b"']);
});

test("columns are chosen by their number", () => {
  const table = readTable("id,age,height,sick\n1,30,170,no\n2,60,180,yes\n3,40,175,no");
  expect(table.names).toEqual(["id", "age", "height", "sick"]);
  expect(likelyColumns(table)).toEqual({ x1: 1, x2: 2, label: 3 });
  const { samples, map, labels } = pointsOf(table, { x1: 1, x2: 2, label: 3 }, 10);
  expect(labels).toEqual(["no", "yes"]);
  // The longer side is 30 years; 10 cm are a third of it, centered: 170 lies at 1/3.
  expect(map).toEqual({ scale: 30, x1: 30, x2: 160 });
  expect(samples).toEqual([
    [0, 10 / 30, 0],
    [1, 20 / 30, 1],
    [10 / 30, 15 / 30, 0],
  ]);
});

describe("the map into the square", () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const rows = fc.array(fc.tuple(number, number, fc.constantFrom(0, 1)), { minLength: 2, maxLength: 40 });

  test("keeps all points in [0, 1]², spans one side, and maps back to the file's values", () => {
    fc.assert(
      fc.property(rows, (points) => {
        const table = readTable(points.map((row) => row.join(",")).join("\n"));
        const { samples, map } = pointsOf(table, { x1: 0, x2: 1, label: 2 }, 5000);
        const all = samples.flatMap(([x1, x2]) => [x1, x2]);
        expect(all.every((value) => value >= -1e-9 && value <= 1 + 1e-9)).toBe(true);
        const { scale, x1: a, x2: b } = map ?? { scale: 1, x1: 0, x2: 0 };
        const size = points.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        for (const [s, [x1, x2]] of samples.entries()) {
          expect(Math.abs(x1 * scale + a - points[s]![0])).toBeLessThanOrEqual(1e-14 * size);
          expect(Math.abs(x2 * scale + b - points[s]![1])).toBeLessThanOrEqual(1e-14 * size);
        }
      }),
    );
  });

  test("is part of an experiment", () => {
    const dataset = { name: "custom", samples: [[0, 1, 1]], map: { scale: 30, x1: 30, x2: 160 } };
    expect(parseDataset(dataset)).toEqual(dataset);
    const bad = { ...dataset, map: { scale: 0, x1: 0, x2: 0 } };
    expect(() => parseDataset(bad)).toThrow("dataset.map.scale must be");
  });
});

test.each([
  ["The table is empty. Each line must hold x1, x2, and a label.", " \n\n"],
  ["Line 1 has 1 column. It needs at least 3, separated by commas, semicolons, tabs, or spaces.", "hello"],
  ["Line 3 has 2 columns. It needs 3, like line 1.", "1,2,0\n3,4,1\n5,6"],
  ["Line 3 has 1 column. It needs 3, like line 1.", "1,2,0\n3,4,1\n5"],
  ["Line 3, column 2 (y) must be a number; it is “tall”.", "x,y,c\n1,2,0\n3,tall,1"],
  ["Line 2, column 1 (column 1) must be a number; it is “”.", "1,2,0\n,4,1"],
  [
    "Line 4, column 3 (c) has a third label, “2”. Only two are allowed, here “0” and “1”.",
    "x,y,c\n1,2,0\n3,4,1\n5,6,2",
  ],
  ["Line 2, column 3 (column 3) must be a label; it is empty.", "1,2,0\n3,4,\n5,6,0"],
  ["Line 2 opens a quotation mark and never closes it.", '1,2,0\n"3,4,1'],
  ["The inputs span more than the largest floating-point number. Scale them down.", "1e308,0,0\n-1e308,0,1"],
  ["Line 1, column 1 (column 1) must be a number; it is “1e999”.", "1e999,0,0\n2,0,1"],
])("says %s", (sentence, text) => {
  expect(() => read(text)).toThrow(refusal("ExperimentError", sentence));
});

test("more points than are allowed are counted", () => {
  const table = readTable("1,2,0\n3,4,1\n5,6,0");
  expect(() => pointsOf(table, likelyColumns(table), 2)).toThrow(
    "The table has 3 points; at most 2 are allowed.",
  );
});

describe("data of any kind", () => {
  const both = { inputs: true, targets: true };
  const cats =
    "name,age,height,weight,kind\nA,20,150,50.5,cat\nB,70,190,90,dog\nC,45,170,70,bird\nD,30,180,80,dog";

  test.each([
    ["words of three kinds", cats, { inputs: [1, 2], targets: "classes", target: [4] }],
    ["numbers of many values", "x,y\n0.1,5\n0.2,7\n0.3,1", { inputs: [0], targets: "values", target: [1] }],
    ["two kinds", "0.1,0.2,no\n0.3,0.4,yes", { inputs: [0, 1], targets: "binary", target: [2] }],
    [
      "whole numbers that repeat",
      "a,b,class\n1,2,0\n3,4,1\n5,6,2\n1,3,0\n2,4,1\n5,5,2",
      { inputs: [0, 1], targets: "classes", target: [2] },
    ],
    [
      "an index that pandas wrote",
      ",x,y\n0,0.5,2.5\n1,0.7,1.5\n2,0.9,7.5",
      { inputs: [1], targets: "values", target: [2] },
    ],
  ])("the likely choice for %s", (_name, text, expected) => {
    expect(likelyChoice(readTable(text, 2))).toEqual(expected);
  });

  test("what is chosen decides the rest", () => {
    const table = readTable(cats);
    expect(likelyChoice(table, { targets: "values" })).toMatchObject({ inputs: [1, 2], target: [3] });
    expect(likelyChoice(table, { target: [1, 3] })).toMatchObject({ inputs: [2], targets: "values" });
    expect(likelyChoice(table, { inputs: [4] })).toMatchObject({ target: [0], targets: "classes" });
  });

  test("every input and value is scaled into [0, 1] by itself, and the maps lead back", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0); // no −0
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.array(number, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 20 }),
        (inputs, outputs, rows) => {
          const table = readTable(rows.map((row) => row.slice(0, inputs + outputs).join(",")).join("\n"), 2);
          const columns = table.names.map((_, column) => column);
          const choice = {
            inputs: columns.slice(0, inputs),
            targets: "values" as const,
            target: columns.slice(inputs),
          };
          const data = tableData(table, choice, both, 100);
          const maps = [
            ...(data.map ?? Array.from({ length: inputs }, () => ({ offset: 0, scale: 1 }))),
            ...(data.targetMap ?? Array.from({ length: outputs }, () => ({ offset: 0, scale: 1 }))),
          ];
          const size = rows.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 1);
          for (const [s, row] of data.samples.entries()) {
            for (const [k, stored] of row.entries()) {
              expect(stored).toBeGreaterThanOrEqual(0);
              expect(stored).toBeLessThanOrEqual(1);
              expect(Math.abs(inOwnUnit(maps[k]!, stored) - rows[s]![k]!)).toBeLessThanOrEqual(
                1e-15 * 4 * size,
              );
            }
          }
          const kept = tableData(table, choice, { inputs: false, targets: false }, 100);
          expect(kept.samples).toEqual(rows.map((row) => row.slice(0, inputs + outputs)));
          expect([kept.map, kept.targetMap]).toEqual([undefined, undefined]);
          for (const [k, [low, high]] of kept.domain!.entries()) {
            expect(rows.every((row) => low <= row[k]! && row[k]! <= high)).toBe(true);
          }
        },
      ),
    );
  });

  test("classes are numbered by size, or in the order of appearance", () => {
    const labelsIn = (cells: string): readonly string[] => {
      const table = readTable([...cells].map((cell) => `1,${cell}`).join("\n"), 2);
      return tableData(table, { inputs: [0], targets: "classes", target: [1] }, both, 10).labels;
    };
    expect(labelsIn("312")).toEqual(["1", "2", "3"]);
    expect(labelsIn("cabc")).toEqual(["c", "a", "b"]);
    expect(() => labelsIn("abcde")).toThrow(
      "Line 5, column 2 (column 2) has a label too many, “e”. At most 4 are allowed, here “a”, “b”, “c”, “d”.",
    );
  });

  test("two spellings of one word are two labels", () => {
    expect(read("0,0,yes\n1,1,Yes").samples.map(([, , y]) => y)).toEqual([0, 1]);
  });
});

test("any text gives a table or a one-sentence error message", () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom("1", "2.5", ",", ";", "\t", "\n", '"', "a", "-", "e", " "))
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (given) => {
      let said = "";
      try {
        expect(read(given).samples.length).toBeGreaterThan(0);
      } catch (error) {
        said = error instanceof ExperimentError ? error.message : `not a sentence: ${String(error)}`;
      }
      expect(said).toMatch(/^$|^(The table|Line \d+|The inputs).*\.$/s);
    }),
    { numRuns: 2000 },
  );
});
