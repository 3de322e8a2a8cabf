import { schema } from "@neural-viz/engine";
import { expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const { list, number, object, oneOf, optional, orElse, record, text, versioned, whole, withDefault } = schema;

/** A document of a third version: it once had a `name`, then `names`, and now has `people` beside a `size`. */
const people = object({
  version: oneOf([3]),
  people: list(text(/^\w+$/, { key: "test.word", values: {}, text: "a word" })),
  size: whole(1, 9),
});
const migrations: readonly schema.Migration[] = [
  ({ name, ...rest }) => ({ ...rest, names: [name] }),
  ({ names, ...rest }) => ({ ...rest, people: names, size: 1 }),
];
const strict = versioned(people, { migrations, missingVersion: "refused" });
const lenient = versioned(people, { migrations, missingVersion: "first" });
const now = { version: 3, people: ["Ada"], size: 1 };

test("a document of any version so far is read as the present one", () => {
  expect(strict({ version: 1, name: "Ada" }, "")).toEqual(now);
  expect(strict({ version: 2, names: ["Ada"] }, "")).toEqual(now);
  expect(strict(now, "")).toEqual(now);
});

test("a document that says no version is of version 1 where it may be, and otherwise refused", () => {
  expect(lenient({ name: "Ada" }, "")).toEqual(now);
  expect(() => strict({ people: [], size: 1 }, "")).toThrow(
    refusal("ExperimentError", "version must be 3; it is missing."),
  );
});

test.each([4, 0, 1.5, "2", null])("the version %j is one sentence", (version) => {
  const found = JSON.stringify(version);
  expect(() => strict({ ...now, version }, "")).toThrow(
    refusal("ExperimentError", `version must be a whole number from 1 to 3; it is ${found}.`),
  );
});

test("a sentence says where in a document a value stands", () => {
  const house = object(
    { rooms: list(object({ doors: withDefault(whole(1, 4), 1) })) },
    { title: "The house" },
  );
  expect(house({ rooms: [{}, { doors: 2 }] }, "")).toEqual({ rooms: [{ doors: 1 }, { doors: 2 }] });
  expect(() => house(7, "")).toThrow("The house must be an object; it is 7.");
  expect(() => house({ roof: 1 }, "")).toThrow("The house has no key “roof”; its keys are rooms.");
  expect(() => house({ rooms: [{ doors: 5 }] }, "")).toThrow(
    "rooms[0].doors must be a whole number from 1 to 4; it is 5.",
  );
  expect(() => house({ rooms: [{ windows: 5 }] }, "city")).toThrow(
    "city.rooms[0] has no key “windows”; its keys are doors.",
  );
});

test("an optional key may be missing; a schema with a replacement value never fails", () => {
  const read = object({ a: optional(number()), b: orElse(number(), "none") }, { others: "ignored" });
  expect(Object.keys(read({ c: 3 }, ""))).toEqual(["b"]);
  expect(read({ a: 1, b: "x" }, "")).toEqual({ a: 1, b: "none" });
  expect(() => read({ a: null }, "")).toThrow("a must be a finite number; it is null.");
});

test("keys that every object inherits are nothing a document has", () => {
  const counts = record(whole(0, 9));
  const given = JSON.parse('{ "__proto__": 1, "constructor": 2 }') as unknown;
  expect(Object.entries(counts(given, ""))).toEqual([
    ["__proto__", 1],
    ["constructor", 2],
  ]);
  expect(() => object({ valueOf: number() })({}, "")).toThrow(
    "valueOf must be a finite number; it is missing.",
  );
});
