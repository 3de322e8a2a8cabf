/** What an embedding page may ask for, and which pages may. */
import { expect, test } from "vitest";
import { requestOf } from "../src/app/embedding/request.ts";
import { parentsOf } from "../src/store/visit/embedding.ts";

const asked = (request: object): unknown => requestOf({ target: "neural-viz", ...request });

test("the five requests are read, with a link as a fragment or as a whole address", () => {
  expect(asked({ type: "load", link: "#lessons" })).toEqual({ type: "load", link: "#lessons" });
  expect(asked({ type: "load", link: "https://a.example/b/?embed#%7B%7D" })).toEqual({
    type: "load",
    link: "#%7B%7D",
  });
  expect(asked({ type: "load", experiment: { version: 1 } })).toEqual({
    type: "load",
    link: `#${encodeURIComponent('{"experiment":{"version":1},"t":0}')}`,
  });
  expect(asked({ type: "goto", t: 0 })).toEqual({ type: "goto", t: 0 });
  expect(asked({ type: "train" })).toEqual({ type: "train", epochs: undefined });
  expect(asked({ type: "train", epochs: 3 })).toEqual({ type: "train", epochs: 3 });
  expect(asked({ type: "pause", more: "is ignored" })).toEqual({ type: "pause" });
  expect(asked({ type: "reset" })).toEqual({ type: "reset" });
});

test("anything else is no request, and nothing that it holds throws", () => {
  const circle: Record<string, unknown> = { version: 1 };
  circle["self"] = circle;
  let deep: unknown = {};
  for (let i = 0; i < 100_000; i++) deep = { deep };
  for (const data of [null, undefined, 7, "neural-viz", true, 1n, [], {}, new Map(), Object.create(null)])
    expect(requestOf(data)).toBeUndefined();
  for (const request of [
    { target: "other", type: "pause" },
    { type: undefined },
    { type: "" },
    { type: "constructor" },
    { type: "__proto__" },
    { type: ["pause"] },
    { type: "load" },
    { type: "load", link: 7 },
    { type: "load", link: "no fragment" },
    { type: "load", link: `#${"x".repeat(1_000_001)}` },
    { type: "load", link: "#lessons", experiment: {} },
    { type: "load", experiment: null },
    { type: "load", experiment: "{}" },
    { type: "load", experiment: [] },
    { type: "load", experiment: circle },
    { type: "load", experiment: { deep } },
    { type: "load", experiment: { big: 1n } },
    { type: "load", experiment: { long: "x".repeat(1_000_001) } },
    ...[-1, 0.5, Number.NaN, Infinity, "3", null, {}, 1e15].map((t) => ({ type: "goto", t })),
    { type: "goto" },
    ...[0, -1, 0.5, Number.NaN, Infinity, "3", null, 1e15].map((epochs) => ({ type: "train", epochs })),
  ])
    expect(asked(request)).toBeUndefined();
  expect(requestOf(Object.create({ target: "neural-viz", type: "pause" }))).toBeUndefined();
  expect(requestOf(JSON.parse('{"__proto__":{"target":"neural-viz","type":"pause"}}'))).toBeUndefined();
});

test("parent names origins, in any spelling of theirs; a value that is none allows nobody", () => {
  expect(parentsOf("?embed")).toEqual({ origins: undefined, wrong: undefined });
  expect(parentsOf("?embed&parent=https://lms.example&parent=HTTP://B.example:80/")).toEqual({
    origins: ["https://lms.example", "http://b.example"],
    wrong: undefined,
  });
  for (const wrong of [
    "",
    "*",
    "null",
    "lms.example",
    "https://",
    "https://lms.example/course",
    "https://lms.example?x",
    "https://a@lms.example",
    "https://*.example",
    "https://a.example,https://b.example",
    "javascript:alert(1)",
    "file:///a",
  ])
    expect(parentsOf(`?parent=https://lms.example&parent=${encodeURIComponent(wrong)}`)).toEqual({
      origins: [],
      wrong,
    });
});
