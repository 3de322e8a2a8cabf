/**
 * The names of quantities and of parameters are built by the kinds of `ids`, by `weightName` and by `biasName`. A text
 * in the sources that looks like one by itself would be a second spelling, which nothing reads back.
 */
import { readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";
import { expect, it } from "vitest";
import { files, nameOf } from "./imports.ts";

/** Where names are made. */
const homes = /^packages\/engine\/src\/(?:(?:ids|quantities)\/|nn\/network\.ts:)/;

/** What stands for an inserted value. */
const HOLE = "\u0000";
const PLACE = String.raw`(?:\d+|${HOLE})`;
const PARAMETER = String.raw`(?:W\.${PLACE}(?:\.${PLACE}){0,2}|b\.${PLACE}(?:\.${PLACE})?)`;
const POINT = String.raw`\[[^\]]*\]`;

/**
 * A text is taken for an id, or for what an id begins with, by these. Not for one are texts with spaces outside of
 * brackets: they are sentences, and may show an id as an example. Addresses, packages, styles and the paths of icons
 * have no digit or inserted value right after “@”, and no W or b alone before “.1”.
 */
const looks = [
  // W.1.1.1, b.#.#, gW.1.1.1[3], d#, m.W.1.1.1, path.W.1.1.1>2
  new RegExp(String.raw`^(?:[dg]|[a-z]+\.)?${PARAMETER}(?:$|[>@[${HOLE}])`),
  // W.#, init.b.#, rng.1, gnorm.1
  new RegExp(
    String.raw`^(?:(?:[dg]|[a-z]+\.)?[Wb]\.${HOLE}|(?:init|rng|batch|norm|gnorm|grms)\.(?:b\.)?${PLACE})`,
  ),
  // h.learningRate, h.#@3
  new RegExp(String.raw`^h\.(?:[a-z]\w*|${HOLE})(?:$|[@${HOLE}])`, "i"),
  // z.1.2[3], slope.#.1#, a.1#
  new RegExp(String.raw`^(?:[za]|slope|delta)\.${PLACE}(?:\.${PLACE}|${POINT}|${HOLE})`),
  // x[3].1, p[#], ell[3], conf[probe 0,1], L[W.1.1.1=0,b.1.1=1]
  new RegExp(String.raw`^(?:x|f|y|p|yhat|ez|zmax|S|Z|ell|conf|L)${POINT}(?:$|@|\.(?:\d|${HOLE}))`),
  // whatever stands before @3, @#, @3-
  new RegExp(String.raw`^(?:[^\s@[\]]|${POINT})*@${PLACE}-?$`),
];

function isHandmade(text: string): boolean {
  const isSentence = /\s/.test(text.replaceAll(/\[[^\]]*\]/g, ""));
  return !isSentence && looks.some((look) => look.test(text));
}

/** Every text of a file with the place where it begins, but for the paths of imports. */
function textsIn(file: string): { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  new Visitor({
    Literal({ value, start }) {
      if (typeof value === "string") found.push({ text: value, start });
    },
    TemplateLiteral({ quasis, start }) {
      found.push({ text: quasis.map(({ value }) => value.cooked ?? value.raw).join(HOLE), start });
    },
  }).visit(parseSync(file, readFileSync(file, "utf8")).program);
  return found;
}

it("tells an id from other texts; # is a value put in", () => {
  const made = [
    "W.1.1.1",
    "b.1.1",
    "W.1.1.1@0",
    "L@0",
    "x[3].1",
    "p[3]@2",
    "h.learningRate",
    "rng.1",
    "m.b.1.1@3",
  ].concat(
    [
      "W.#.#.#",
      "b.#.#",
      "W.#",
      "init.#",
      "p[#]@#",
      "z.#.#[#]@#",
      "z.#.##",
      "#@#",
      "L@#",
      "L@#-",
      "g#@#",
      "path.#[#]@#",
    ],
    ["p[cell #,#,#]@#", "path.W.1.1.1>2[1]@0", "[#]@#", "slope.1.1#@#"],
  );
  const other = [
    "@neural-viz/engine",
    "a@b.ch",
    "@media print",
    "W.1.1.1@0 is one",
    "",
    "b",
    "p[",
    "a.b",
    "#.#",
    "#[#]",
    "#%",
  ];
  const taken = [...made, ...other].filter((text) => isHandmade(text.replaceAll("#", HOLE)));
  expect(taken).toEqual(made);
});

it("is built by its kind wherever the sources name a quantity or a parameter", () => {
  const found = files.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    return textsIn(file)
      .filter(({ text }) => isHandmade(text))
      .map(({ text, start }) => {
        const line = source.slice(0, start).split("\n").length;
        return `${nameOf(file)}:${line} “${text.replaceAll(HOLE, "${…}")}”`;
      });
  });
  const handmade = found.filter((place) => !homes.test(place));
  expect(found.length - handmade.length).toBeGreaterThan(5); // in their homes they are found
  expect(handmade).toEqual([]);
});
