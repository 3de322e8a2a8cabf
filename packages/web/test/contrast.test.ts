/**
 * Checks the colors of tokens.css against the contrast that WCAG 2 requires: 4.5 for text (1.4.3), 3 for graphics
 * (1.4.11).
 */
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readPalette } from "../src/ui/plot/color.ts";

const css = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8").replaceAll(
  /\/\*[\s\S]*?\*\//g,
  "",
);

/** The colors that the rules with this selector set, by name. */
function colorsOf(selector: string): ReadonlyMap<string, string> {
  const rules = [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].filter(([, head]) => head!.trim() === selector);
  return new Map(
    rules.flatMap(([, , body]) =>
      [...body!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/gi)].map(
        ([, name, value]) => [name!, value!] as const,
      ),
    ),
  );
}

const light = colorsOf(":root");
const dark = new Map([...light, ...colorsOf('[data-theme="dark"]')]);
const themes = [
  { theme: "light", colors: light },
  { theme: "dark", colors: dark },
];

type Rgb = readonly number[];

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));

/** WCAG 2: relative luminance of an sRGB color. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb
    .map((value) => value / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2: contrast ratio, 1 … 21. */
function contrast(a: Rgb, b: Rgb): number {
  const [darker, lighter] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The pairs with less contrast than required, with their contrast. */
function tooPale(
  colors: ReadonlyMap<string, string>,
  names: readonly string[],
  grounds: readonly string[],
  required: number,
): string[] {
  const color = (name: string): Rgb => {
    const hex = colors.get(name);
    if (hex === undefined) throw new Error(`There is no --${name}.`);
    return rgbOf(hex);
  };
  return names.flatMap((name) =>
    grounds
      .map((ground) => ({ ground, ratio: contrast(color(name), color(ground)) }))
      .filter(({ ratio }) => !(ratio >= required))
      .map(({ ground, ratio }) => `--${name} on --${ground}: ${ratio.toFixed(2)}`),
  );
}

const texts = ["ink", "ink-2", "ink-3", "pos-text", "neg-text", "grad", "ok"];
const grounds = ["paper", "surface", "sunken"];
const marks = ["line-strong", "pos", "neg", "grad", "ok", "point-0", "point-1"];
const edges = ["edge-0", "edge-1", "edge-2", "edge-3"];

afterEach(() => vi.unstubAllGlobals());

test.each([
  // Known ratios: black on white, and the palest gray with 4.5 according to WCAG's techniques.
  ["#000000", "#ffffff", 21],
  ["#767676", "#ffffff", 4.54],
  ["#ff0000", "#ffffff", 4],
  ["#0000ff", "#ffffff", 8.59],
  ["#336699", "#336699", 1],
])("%s on %s has a contrast of %d", (a, b, ratio) => {
  expect(contrast(rgbOf(a), rgbOf(b))).toBeCloseTo(ratio, 2);
});

test("the dark theme defines the same colors as the light one", () => {
  expect(light.size).toBeGreaterThan(40);
  expect([...colorsOf('[data-theme="dark"]').keys()].toSorted()).toEqual([...light.keys()].toSorted());
});

describe.each(themes)("in the $theme theme", ({ colors }) => {
  test("text has enough contrast on every background: 4.5 on paper, surface and sunken", () => {
    expect(tooPale(colors, texts, grounds, 4.5)).toEqual([]);
  });

  test("paper-colored text has enough contrast on ink: 4.5", () => {
    expect(tooPale(colors, ["paper"], ["ink"], 4.5)).toEqual([]);
  });

  test("marks, lines and the borders of controls have enough contrast: 3 on paper", () => {
    expect(tooPale(colors, marks, ["paper"], 3)).toEqual([]);
  });

  test("the borders of controls and the focus ring also have enough contrast on surface and sunken: 3", () => {
    expect(tooPale(colors, ["line-strong", "ink"], ["surface", "sunken"], 3)).toEqual([]);
  });

  test("an edge of the network has enough contrast at every gradient: 3 on paper, at the stops and between them", () => {
    expect(tooPale(colors, edges, ["paper"], 3)).toEqual([]);
    vi.stubGlobal("getComputedStyle", () => ({
      getPropertyValue: (name: string) => colors.get(name.slice(2))!,
    }));
    const paper = rgbOf(colors.get("paper")!);
    const ratios = readPalette({}).edge.map((color) => contrast(color.match(/\d+/g)!.map(Number), paper));
    expect(ratios).toHaveLength(64);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(3);
    // A larger gradient has more contrast.
    ratios.slice(1).forEach((ratio, i) => expect(ratio).toBeGreaterThan(ratios[i]! - 0.1));
  });
});
