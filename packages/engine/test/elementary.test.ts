import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { elementary } from "@neural-viz/engine";

/**
 * The truth here is exact: a double is a whole number of steps of 2⁻¹³⁰⁰, and with whole numbers of any length the
 * functions can be computed from their definitions to hundreds of digits.
 */
const BITS = 1300n;
const ONE = 1n << BITS;

const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS;
const over = (a: bigint, b: bigint): bigint => (a << BITS) / b;

/** A finite double as a whole number of steps. */
function steps(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const size =
    exponent === 0n ? fraction << (BITS - 1074n) : (fraction | (1n << 52n)) << (exponent - 1075n + BITS);
  return bits >> 63n === 1n ? -size : size;
}

/** e^x: the power series of x / 2²⁰, squared twenty times. */
function exactExp(x: bigint): bigint {
  const small = x >> 20n;
  let sum = ONE;
  for (let k = 1n, term = small; term !== 0n && term !== -1n; k++, term = times(term, small) / k) sum += term;
  for (let i = 0; i < 20; i++) sum = times(sum, sum);
  return sum;
}

/** ln x by Newton's method from a guess: each y ← y + x e^−y − 1 doubles the digits that are right. */
function exactLn(x: bigint, guess: number): bigint {
  let y = steps(guess);
  for (let i = 0; i < 4; i++) y += times(x, exactExp(-y)) - ONE;
  return y;
}

/** cos x and sin x: the power series of x / 2⁴⁰, and the double-angle formulas forty times. */
function exactTurn(x: bigint): { cos: bigint; sin: bigint } {
  const small = x >> 40n;
  let [cos, sin] = [ONE, small];
  for (let k = 2n, term = small; term !== 0n && term !== -1n; k++) {
    term = times(term, small) / k;
    const signed = k % 4n < 2n ? term : -term;
    if (k % 2n === 0n) cos += signed;
    else sin += signed;
  }
  for (let i = 0; i < 40; i++) [cos, sin] = [times(cos, cos) - times(sin, sin), 2n * times(cos, sin)];
  return { cos, sin };
}

/** The distance of a double from the truth, in units in the last place of the truth. */
function ulps(got: number, truth: bigint): number {
  const size = truth < 0n ? -truth : truth;
  const exponent = size.toString(2).length - 1 - Number(BITS);
  const unit = 1n << (BITS + BigInt(Math.max(exponent - 52, -1074)));
  if (!Number.isFinite(got)) return exponent >= 1024 && got > 0 ? 0 : Infinity;
  const distance = steps(got) - truth;
  return Number((1_000_000n * (distance < 0n ? -distance : distance)) / unit) / 1e6;
}

const functions = {
  exp: { from: -746, to: 710, bound: 1.5, exact: (x: number) => exactExp(steps(x)) },
  ln: {
    from: 5e-324,
    to: Number.MAX_VALUE,
    bound: 1.5,
    exact: (x: number) => exactLn(steps(x), Math.log(x)),
  },
  log1p: {
    from: -1 + 2 ** -53,
    to: Number.MAX_VALUE,
    bound: 1.5,
    exact: (x: number) => exactLn(ONE + steps(x), Math.log1p(x)),
  },
  tanh: {
    from: -30,
    to: 30,
    bound: 1.5,
    exact: (x: number) => {
      const square = exactExp(2n * steps(x));
      return over(square - ONE, square + ONE);
    },
  },
  sigmoid: { from: -746, to: 746, bound: 2, exact: (x: number) => over(ONE, ONE + exactExp(-steps(x))) },
  sin: { from: -1e6, to: 1e6, bound: 1.5, exact: (x: number) => exactTurn(steps(x)).sin },
  cos: { from: -1e6, to: 1e6, bound: 1.5, exact: (x: number) => exactTurn(steps(x)).cos },
} as const;

type Name = keyof typeof functions;
const names = Object.keys(functions) as Name[];
const computed: Record<Name, (x: number) => number> = elementary;

const reference = JSON.parse(
  readFileSync(new URL("reference/elementary.json", import.meta.url), "utf8"),
) as Record<Name, [x: number, value: number][]>;

/** Doubles of every size in a range, and evenly spread ones near 0 where the work is done. */
function anyDouble(name: Name): fc.Arbitrary<number> {
  const { from, to } = functions[name];
  const spread = (low: number, high: number): fc.Arbitrary<number> =>
    fc.maxSafeNat().map((n) => low + (high - low) * (n / Number.MAX_SAFE_INTEGER));
  return fc.oneof(
    fc.double({ min: from, max: to, noNaN: true }),
    spread(Math.max(from, -750), Math.min(to, 750)),
    spread(Math.max(from, -40), Math.min(to, 40)),
    spread(Math.max(from, -2), 2),
  );
}

test("the public elementary functions are exactly those with a reference", () => {
  expect(Object.keys(elementary).toSorted()).toEqual(Object.keys(reference).toSorted());
});

test.each(names)("%s is within its bound of every correctly rounded value of the reference", (name) => {
  expect(reference[name].length).toBeGreaterThan(0);
  for (const [x, value] of reference[name]) {
    expect(ulps(computed[name](x), steps(value)), `${name}(${x})`).toBeLessThan(functions[name].bound);
  }
});

test.each(names)("the exact arithmetic of this file rounds %s to the reference too", (name) => {
  for (const [x, value] of reference[name].slice(0, 100)) {
    expect(ulps(value, functions[name].exact(x)), `${name}(${x})`).toBeLessThanOrEqual(0.5);
  }
});

test.each(names)("%s is within its bound anywhere in its range, subnormal results included", (name) => {
  const { bound, exact } = functions[name];
  fc.assert(
    fc.property(anyDouble(name), (x) => {
      expect(ulps(computed[name](x), exact(x))).toBeLessThan(bound);
    }),
    { numRuns: 1500 },
  );
});

test("σ stays below 2 units where 1 + e^−x passes a power of two, and where it swallows the 1", () => {
  const hard = [-1.9468471071609867, -36.73825492710675]; // the plain formula is 2.04 and 2.48 units off
  for (let k = 1; k < 54; k++) {
    for (let i = 1; i <= 40; i++) hard.push(-Math.log((2 ** k - 1) * (1 + i * 1e-4)));
  }
  for (const x of hard) {
    expect(ulps(elementary.sigmoid(x), functions.sigmoid.exact(x)), `σ(${x})`).toBeLessThan(2);
  }
});

test("exp reaches up to the largest double and down to the smallest", () => {
  for (let i = 0; i < 400; i++) {
    for (const x of [708 + (i / 400) * 1.7827, -708 - (i / 400) * 37.133]) {
      expect(ulps(elementary.exp(x), exactExp(steps(x))), `exp(${x})`).toBeLessThan(1.5);
    }
  }
});

test("sin and cos keep their digits next to the multiples of π/2, where one of them nearly vanishes", () => {
  const worst = [413441.44719405076, 826882.8943881015]; // of all |x| < 10⁶
  const multiples = Array.from({ length: 300 }, (_, i) => (i * i * 7 + i) * (Math.PI / 2));
  for (const x of [...worst, ...multiples.slice(1)]) {
    const { cos, sin } = exactTurn(steps(x));
    expect(ulps(elementary.cos(x), cos), `cos(${x})`).toBeLessThan(1.5);
    expect(ulps(elementary.sin(x), sin), `sin(${x})`).toBeLessThan(1.5);
  }
});

test.each([
  ["exp", -Infinity, 0],
  ["exp", -745, 5e-324],
  ["exp", -745.1332191019413, 0],
  ["exp", -0, 1],
  ["exp", 0, 1],
  ["exp", 709.7827128933841, Infinity],
  ["exp", 1e308, Infinity],
  ["exp", Infinity, Infinity],
  ["ln", -Infinity, NaN],
  ["ln", -1, NaN],
  ["ln", -0, -Infinity],
  ["ln", 0, -Infinity],
  ["ln", 1, 0],
  ["ln", Infinity, Infinity],
  ["log1p", -Infinity, NaN],
  ["log1p", -1.5, NaN],
  ["log1p", -1, -Infinity],
  ["log1p", -0, -0],
  ["log1p", 0, 0],
  ["log1p", 5e-324, 5e-324],
  ["log1p", Infinity, Infinity],
  ["tanh", -Infinity, -1],
  ["tanh", -0, -0],
  ["tanh", 0, 0],
  ["tanh", 5e-324, 5e-324],
  ["tanh", Infinity, 1],
  ["sigmoid", -Infinity, 0],
  ["sigmoid", -1e308, 0],
  ["sigmoid", -0, 0.5],
  ["sigmoid", 0, 0.5],
  ["sigmoid", 1e308, 1],
  ["sigmoid", Infinity, 1],
  ["sin", -0, -0],
  ["sin", 0, 0],
  ["sin", Infinity, NaN],
  ["sin", -Infinity, NaN],
  ["cos", -0, 1],
  ["cos", 0, 1],
  ["cos", Infinity, NaN],
  ["cos", -Infinity, NaN],
] as const)("%s(%d) is %d", (name, x, value) => {
  expect(computed[name](x)).toBe(value);
});

test.each(names)("%s of NaN is NaN", (name) => {
  expect(computed[name](NaN)).toBeNaN();
});

test("tanh and sin are odd and cos is even, to the last bit", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
      expect(elementary.tanh(-x)).toBe(-elementary.tanh(x));
      expect(elementary.sin(-x)).toBe(-elementary.sin(x));
      expect(elementary.cos(-x)).toBe(elementary.cos(x));
    }),
  );
});

test("tanh never leaves [−1, 1] and σ never leaves [0, 1]", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (x) => {
      expect(Math.abs(elementary.tanh(x))).toBeLessThanOrEqual(1);
      expect(elementary.sigmoid(x)).toBeGreaterThanOrEqual(0);
      expect(elementary.sigmoid(x)).toBeLessThanOrEqual(1);
    }),
  );
});
