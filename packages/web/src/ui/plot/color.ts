/**
 * Maps numbers to colors. tokens.css has the stops, one set per theme; here they become tables of 256 colors for a
 * canvas. Interpolation is in OKLab, so that equal steps look equal.
 *
 * OKLab: Björn Ottosson 2020, "A perceptual color space for image processing".
 */

/** 256 colors, packed as in a canvas's ImageData (little-endian ABGR). */
export type Ramp = Uint32Array;

export interface Palette {
  /** −1 … +1: orange through paper to blue. */
  readonly diverging: Ramp;
  /** Confidence 0 … 1: paper to ink. */
  readonly confidence: Ramp;
  /** Gradient size on edges, smallest to largest: CSS colors. */
  readonly edge: readonly string[];
  /** The same for weights alone: −1 … +1. */
  readonly weight: readonly string[];
  /** A list of 64 colors for each of four classes: from paper, no better than a guess, to the class's tint. */
  readonly classes: Ramp;
  /** For curves: CSS colors of the line, and of areas above and below zero. */
  readonly curve: {
    readonly line: string;
    readonly above: string;
    readonly below: string;
    readonly axis: string;
  };
}

type Triple = readonly [number, number, number];

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const toGamma = (c: number): number => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);

function toLab(color: string): Triple {
  // The build shortens #ffffff to #fff.
  const hex = color.length === 4 ? color.replaceAll(/[^#]/g, "$&$&") : color;
  const [r, g, b] = [1, 3, 5].map((i) => toLinear(Number.parseInt(hex.slice(i, i + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** Red, green and blue, 0 … 255. */
function toRgb([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear: Triple = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return linear.map((c) => Math.round(255 * Math.min(1, Math.max(0, toGamma(c))))) as unknown as Triple;
}

/** `steps` colors between the stops, evenly spaced. */
function between(stops: readonly string[], steps: number): Triple[] {
  const lab = stops.map(toLab);
  return Array.from({ length: steps }, (_, i) => {
    const at = (i / (steps - 1)) * (stops.length - 1);
    const left = Math.min(Math.floor(at), stops.length - 2);
    const share = at - left;
    const mixed = lab[left]!.map((c, k) => c + (lab[left + 1]![k]! - c) * share) as unknown as Triple;
    return toRgb(mixed);
  });
}

function ramp(stops: readonly string[], steps = 256): Ramp {
  return Uint32Array.from(between(stops, steps), ([r, g, b]) => (255 << 24) | (b << 16) | (g << 8) | r);
}

/** Colors for each class, from paper to its tint. */
const CLASS_STEPS = 64;

/** The index of a class in its colors, by how sure the winner is, 0 … 1. */
export function classIndex(label: number, strength: number): number {
  const s = Math.sqrt(Math.max(0, Math.min(1, strength)));
  return label * CLASS_STEPS + Math.round(s * (CLASS_STEPS - 1));
}

function css(stops: readonly string[]): string[] {
  return between(stops, 64).map(([r, g, b]) => `rgb(${r} ${g} ${b})`);
}

/** Reads the palette of the current theme. */
export function readPalette(element: Element = document.documentElement): Palette {
  const style = getComputedStyle(element);
  const stops = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => style.getPropertyValue(`--${name}-${i}`).trim());
  const diverging = stops("div", 13);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const classes = stops("tint", 4).flatMap((tint) => Array.from(ramp([read("div-6"), tint], CLASS_STEPS)));
  return {
    diverging: ramp(diverging),
    confidence: ramp(stops("conf", 7)),
    edge: css(stops("edge", 4)),
    weight: css(diverging),
    classes: Uint32Array.from(classes),
    curve: { line: read("ink"), above: read("div-8"), below: read("div-4"), axis: read("line-strong") },
  };
}

/** The index of v (−1 … +1) in a ramp. */
export function signed(v: number): number {
  return Math.round(127.5 * (1 + Math.max(-1, Math.min(1, v))));
}

/** How much of the ramp the boundary's field uses: its pale middle, so that points always stand out. */
const PALE = 0.24;

/** The index of ŷ in the diverging ramp: pale, and steepest around ½, where the decision is. */
export function fieldIndex(p: number): number {
  const v = 2 * p - 1;
  return signed(PALE * Math.sign(v) * Math.sqrt(Math.abs(v)));
}

/** The color at a fraction of the list, 0 … 1. */
export function pick(colors: readonly string[], fraction: number): string {
  return colors[Math.round(fraction * (colors.length - 1))]!;
}

/** Fills a square canvas with one color per cell. */
export function paintCells(
  canvas: HTMLCanvasElement,
  size: number,
  colors: Ramp,
  indexOf: (cell: number) => number,
): void {
  if (canvas.width !== size || canvas.height !== size) {
    canvas.width = size;
    canvas.height = size;
  }
  const context = canvas.getContext("2d");
  if (context === null) return;
  const image = context.createImageData(size, size);
  const pixels = new Uint32Array(image.data.buffer);
  for (let cell = 0; cell < pixels.length; cell++) pixels[cell] = colors[indexOf(cell)]!;
  context.putImageData(image, 0, 0);
}
