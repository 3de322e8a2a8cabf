import { ExperimentError, schema } from "@neural-viz/engine";
import { expect, test } from "vitest";

const { list, number, object, oneOf, optional, orElse, record, text, versioned, whole, withDefault } = schema;

/** A document of a third version: it once had a `name`, then `names`, and now has `people` beside a `size`. */
const people = object({
  version: oneOf([3]),
  people: list(text(/^\w+$/, "a word is wanted")),
  size: whole(1, 9),
});
const migrations: readonly schema.Migration[] = [
  ({ name, ...rest }) => ({ ...rest, names: [name] }),
  ({ names, ...rest }) => ({ ...rest, people: names, size: 1 }),
];
const strict = versioned(people, { migrations, unsaid: "refused" });
const lenient = versioned(people, { migrations, unsaid: "first" });
const now = { version: 3, people: ["Ada"], size: 1 };

test("a document of any version so far is read as the present one", () => {
  expect(strict({ version: 1, name: "Ada" }, "")).toEqual(now);
  expect(strict({ version: 2, names: ["Ada"] }, "")).toEqual(now);
  expect(strict(now, "")).toEqual(now);
});

test("a document that says no version is of version 1 where it may be, and otherwise refused", () => {
  expect(lenient({ name: "Ada" }, "")).toEqual(now);
  expect(() => strict({ people: [], size: 1 }, "")).toThrow(
    new ExperimentError("version is missing; one of 3 is wanted."),
  );
});

test.each([4, 0, 1.5, "2", null])("the version %j is one sentence", (version) => {
  const found = JSON.stringify(version);
  expect(() => strict({ ...now, version }, "")).toThrow(
    new ExperimentError(`version is ${found}; 1 to 3 is wanted.`),
  );
});

test("a sentence says where in a document a value stands", () => {
  const house = object(
    { rooms: list(object({ doors: withDefault(whole(1, 4), 1) })) },
    { title: "The house" },
  );
  expect(house({ rooms: [{}, { doors: 2 }] }, "")).toEqual({ rooms: [{ doors: 1 }, { doors: 2 }] });
  expect(() => house(7, "")).toThrow("The house is 7; an object is wanted.");
  expect(() => house({ roof: 1 }, "")).toThrow("roof is an unknown key; The house has rooms.");
  expect(() => house({ rooms: [{ doors: 5 }] }, "")).toThrow(
    "rooms[0].doors is 5; a whole number from 1 to 4 is wanted.",
  );
  expect(() => house({ rooms: [{ windows: 5 }] }, "city")).toThrow(
    "city.rooms[0].windows is an unknown key; city.rooms[0] has doors.",
  );
});

test("what is optional is missing from what is read; what has another value instead never fails", () => {
  const read = object({ a: optional(number()), b: orElse(number(), "none") }, { others: "ignored" });
  expect(Object.keys(read({ c: 3 }, ""))).toEqual(["b"]);
  expect(read({ a: 1, b: "x" }, "")).toEqual({ a: 1, b: "none" });
  expect(() => read({ a: null }, "")).toThrow("a is null; a finite number is wanted.");
});

test("keys that every object inherits are nothing a document has", () => {
  const counts = record(whole(0, 9));
  const given = JSON.parse('{ "__proto__": 1, "constructor": 2 }') as unknown;
  expect(Object.entries(counts(given, ""))).toEqual([
    ["__proto__", 1],
    ["constructor", 2],
  ]);
  expect(() => object({ valueOf: number() })({}, "")).toThrow(
    "valueOf is missing; a finite number is wanted.",
  );
});
