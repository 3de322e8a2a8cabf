import { describe, expect, test } from "vitest";
import { actionOf, onTurn, type Press, turn } from "../src/ui/kit/clicker.ts";
import { enlargement } from "../src/app/presenter.ts";

const pressed = (key: string, press: Partial<Press> = {}): Press => ({
  key,
  modified: false,
  typing: false,
  ...press,
});

describe("a clicker", () => {
  test.each([
    ["PageDown", "forward"],
    ["PageUp", "back"],
    ["Home", "home"],
    [".", "blank"],
    ["b", "blank"],
    ["B", "blank"],
  ])("%s goes %s", (key, action) => {
    expect(actionOf(pressed(key), false)).toBe(action);
  });

  test.each(["a", "Enter", "ArrowRight", "End", "toString"])("%s doesn't belong to the clicker", (key) => {
    expect(actionOf(pressed(key), false)).toBeUndefined();
  });

  test.each(["PageDown", "PageUp", "Home", ".", "b"])("%s keeps its meaning in a field", (key) => {
    expect(actionOf(pressed(key, { typing: true }), false)).toBeUndefined();
  });

  test.each(["PageDown", "b"])("%s with Ctrl, Alt or Meta belongs to the browser", (key) => {
    expect(actionOf(pressed(key, { modified: true }), false)).toBeUndefined();
    expect(actionOf(pressed(key, { modified: true }), true)).toBeUndefined();
  });

  test.each(["PageDown", "b", "Escape", "Enter", " ", "x"])(
    "%s brings a blank screen back and does nothing else",
    (key) => {
      expect(actionOf(pressed(key), true)).toBe("show");
      expect(actionOf(pressed(key, { typing: true }), true)).toBe("show");
    },
  );

  test.each(["F5", "F11", "F12"])("%s belongs to the browser, on a blank screen too", (key) => {
    expect(actionOf(pressed(key), false)).toBeUndefined();
    expect(actionOf(pressed(key), true)).toBeUndefined();
  });

  test("a modifier key alone doesn't bring the screen back", () => {
    expect(actionOf(pressed("Shift"), true)).toBeUndefined();
  });
});

describe("turning pages", () => {
  test("asks the latest turner first, and earlier ones if it declines", () => {
    const got: string[] = [];
    const turner = (name: string, turns: boolean) => (by: 1 | -1) => {
      got.push(`${name} ${by}`);
      return turns;
    };
    const leaveEpochs = onTurn(turner("epochs", true));
    const leaveStep = onTurn(turner("step", false));
    const leaveLesson = onTurn(turner("lesson", true));
    turn(1);
    expect(got.splice(0)).toEqual(["lesson 1"]);
    leaveLesson();
    turn(-1);
    expect(got.splice(0)).toEqual(["step -1", "epochs -1"]);
    leaveEpochs();
    turn(1);
    expect(got.splice(0)).toEqual(["step 1"]);
    leaveStep();
    turn(1);
    expect(got).toEqual([]);
  });
});

describe("the page in front of a class", () => {
  test("has text of 20 pixels at 1280 × 720, of 30 at 1920 × 1080", () => {
    expect(14 * enlargement(1280, 720)).toBeCloseTo(20, 10);
    expect(14 * enlargement(1920, 1080)).toBeCloseTo(30, 10);
  });

  test("grows with the shorter side, and never shrinks", () => {
    expect(enlargement(1792, 504)).toBe(1);
    expect(enlargement(896, 1008)).toBe(1);
    expect(enlargement(1792, 1008)).toBe(2);
    expect(enlargement(390, 844)).toBe(1);
  });
});
