import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { fieldIndex, paintCells, type Palette, readPalette, signed } from "../src/ui/plot/color.ts";

afterEach(() => vi.unstubAllGlobals());

/** A palette read from a page with these stops. Every other stop is black. */
function paletteOf(tokens: Readonly<Record<string, string>>): Palette {
  const getPropertyValue = (name: string): string => ` ${tokens[name] ?? "#000000"}`;
  vi.stubGlobal("getComputedStyle", () => ({ getPropertyValue }));
  return readPalette({});
}

const named = (name: string, stops: readonly string[]): Record<string, string> =>
  Object.fromEntries(stops.map((stop, i) => [`--${name}-${i}`, stop]));

/** Red, green, blue and opacity of an entry, as a canvas stores them. */
const bytesOf = (ramp: Uint32Array, i: number): number[] => [...new Uint8Array(ramp.buffer, 4 * i, 4)];

const rgb = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
const anyStops = (count: number) => fc.array(anyColor, { minLength: count, maxLength: count });

test("a ramp begins with its first stop, ends with its last, and contains the stops in between that fall on an entry", () => {
  fc.assert(
    fc.property(anyStops(13), anyStops(7), anyStops(4), (div, conf, edge) => {
      const palette = paletteOf({ ...named("div", div), ...named("conf", conf), ...named("edge", edge) });
      expect([palette.diverging.length, palette.confidence.length, palette.edge.length]).toEqual([
        256, 256, 64,
      ]);
      // 255 = 12 · 21.25 = 6 · 42.5 and 63 = 3 · 21.
      for (const third of [0, 1, 2, 3]) {
        expect(bytesOf(palette.diverging, 85 * third)).toEqual([...rgb(div[4 * third]!), 255]);
        expect(bytesOf(palette.confidence, 85 * third)).toEqual([...rgb(conf[2 * third]!), 255]);
        expect(palette.edge[21 * third]).toBe(`rgb(${rgb(edge[third]!).join(" ")})`);
        expect(palette.weight[21 * third]).toBe(`rgb(${rgb(div[4 * third]!).join(" ")})`);
      }
    }),
  );
});

test("a ramp of one color has that color everywhere", () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const stops = Array.from({ length: 13 }, () => color);
      const { diverging, weight } = paletteOf(named("div", stops));
      for (const i of diverging.keys()) expect(bytesOf(diverging, i)).toEqual([...rgb(color), 255]);
      expect(new Set(weight)).toEqual(new Set([`rgb(${rgb(color).join(" ")})`]));
    }),
  );
});

test("a ramp from black to white is gray with even OKLab lightness, the cube root of its luminance", () => {
  const { edge } = paletteOf(named("edge", ["#000000", "#ffffff", "#000000", "#ffffff"]));
  for (let i = 0; i <= 21; i++) {
    // For a gray, L³ is the luminance. sRGB encodes it as 1.055 · luminance^(1/2.4) − 0.055, or 12.92 · luminance
    // near black.
    const light = (i / 21) ** 3;
    const code = Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
    expect(edge[i]).toBe(`rgb(${code} ${code} ${code})`);
    expect(edge[42 - i]).toBe(edge[i]);
  }
});

test.each([
  // The midpoints according to CSS Color 4: color-mix(in oklab, a, b).
  ["#ff0000", "#0000ff", [140, 83, 162]],
  ["#0000ff", "#ffffff", [116, 163, 255]],
])("halfway between %s and %s is their mean in OKLab", (a, b, [r = 0, g = 0, blue = 0]) => {
  // Among 256 entries the stops are at 42.5 · k: entry 85 is a stop, and entries 21 and 22 are next to the first
  // midpoint.
  const { confidence } = paletteOf(named("conf", [a, b, a, b, a, b, a]));
  [21, 22].forEach((i) => {
    const [red, green, third] = bytesOf(confidence, i) as [number, number, number, number];
    expect(Math.abs(red - r)).toBeLessThanOrEqual(5);
    expect(Math.abs(green - g)).toBeLessThanOrEqual(5);
    expect(Math.abs(third - blue)).toBeLessThanOrEqual(5);
  });
});

test("#abc means #aabbcc, as a build may shorten it", () => {
  const long = paletteOf(
    named("conf", ["#ffffff", "#aabbcc", "#336699", "#000000", "#ff0000", "#00ff00", "#001122"]),
  );
  const short = paletteOf(named("conf", ["#fff", "#abc", "#369", "#000", "#f00", "#0f0", "#012"]));
  expect(short.confidence).toEqual(long.confidence);
});

test("−1 has the first color, 0 the middle, +1 the last, and values beyond have those of the ends", () => {
  expect([-1, 1, -7, 7, -Infinity, Infinity].map(signed)).toEqual([0, 255, 0, 255, 0, 255]);
  expect([127, 128]).toContain(signed(0));
});

const anyNumber = fc.double({ min: -1.5, max: 1.5, noNaN: true });

test("larger numbers have larger indices, each within half an entry of its exact position", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (a, b) => {
      expect(signed(Math.min(a, b))).toBeLessThanOrEqual(signed(Math.max(a, b)));
      const index = (255 * (Math.max(-1, Math.min(1, a)) + 1)) / 2;
      expect(Math.abs(signed(a) - index)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});

test("the boundary's field uses the pale middle quarter, changes sides at ½ and is steepest there", () => {
  expect([127, 128]).toContain(fieldIndex(0.5));
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(probability, probability, (p, q) => {
      expect(Math.abs(fieldIndex(p) - 127.5)).toBeLessThanOrEqual(127.5 / 4);
      expect(fieldIndex(Math.min(p, q))).toBeLessThanOrEqual(fieldIndex(Math.max(p, q)));
      expect(Math.abs(fieldIndex(p) + fieldIndex(1 - p) - 255)).toBeLessThanOrEqual(1);
    }),
  );
  const step = (p: number): number => fieldIndex(p + 0.05) - fieldIndex(p);
  expect(step(0.5)).toBeGreaterThan(2 * step(0.55));
  expect(step(0.55)).toBeGreaterThan(step(0.95));
});

test("each cell has the color of its index, row by row from the top left", () => {
  const { confidence } = paletteOf(
    named("conf", ["#102030", "#405060", "#708090", "#a0b0c0", "#d0e0f0", "#ffffff"]),
  );
  let painted: number[] = [];
  const canvas = {
    width: 300,
    height: 150,
    getContext: () => ({
      createImageData: (width: number, height: number) => ({
        data: new Uint8ClampedArray(4 * width * height),
      }),
      putImageData: ({ data }: { data: Uint8ClampedArray }, x: number, y: number) => {
        expect([x, y]).toEqual([0, 0]);
        painted = [...data];
      },
    }),
  };
  const indices = [0, 85, 170, 255];
  paintCells(canvas, 2, confidence, (cell) => indices[cell]!);
  expect([canvas.width, canvas.height]).toEqual([2, 2]);
  // Stops 0, 2, 4 and 6. The last is missing, so it is black.
  expect(painted).toEqual([16, 32, 48, 255, 112, 128, 144, 255, 208, 224, 240, 255, 0, 0, 0, 255]);
});
