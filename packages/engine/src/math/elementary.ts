/**
 * exp, ln, log1p, tanh, σ, sin and cos, made of operations that IEEE 754 and the language define to the last bit:
 * + − × ÷, the square root and bits. The language's own Math.exp and its like may differ between browsers.
 *
 * Errors stay below 1.5 units in the last place (σ: below 2), measured against correctly rounded values.
 * Coefficients: fdlibm (Sun Microsystems 1993) for ln, log1p, sin and cos; Cephes (Moshier 1984–2000) for tanh near 0.
 */

const LN2_HIGH = 0.6931471803691238; // its last 21 bits are 0, so that n · LN2_HIGH is exact
const LN2_LOW = 1.9082149292705877e-10;

/** Adding and subtracting this rounds to the nearest whole number. */
const ROUND = 1.5 * 2 ** 52;

/** 2ⁿ for n = −1022 … 1023. */
const POWERS_OF_TWO = new Float64Array(2046);
for (let n = -1022, power = 2 ** -1022; n <= 1023; n++, power *= 2) POWERS_OF_TWO[n + 1022] = power;

/**
 * e^x. With n the whole number nearest to x / ln 2 and r = x − n ln 2: e^x = 2ⁿ · e^r, and |r| ≤ ln 2 / 2 is small
 * enough for the power series; the coefficients of its last terms are fitted to the interval.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expAtTheEdge(x);
  const n = x * Math.LOG2E + ROUND - ROUND;
  return POWERS_OF_TWO[n + 1022]! * (1 + expm1OfRemainder(x, n));
}

/** 1 + e^x for |x| < 50, rounded once where 1 + exp(x) rounds twice: (1 + 2ⁿ) + 2ⁿ · (e^r − 1). */
function onePlusExp(x: number): number {
  const n = x * Math.LOG2E + ROUND - ROUND;
  const power = POWERS_OF_TWO[n + 1022]!;
  return 1 + power + power * expm1OfRemainder(x, n);
}

/** e^r − 1 for r = x − n ln 2. */
function expm1OfRemainder(x: number, n: number): number {
  const r = x - n * LN2_HIGH - n * LN2_LOW;
  const r2 = r * r;
  const r4 = r2 * r2;
  const q =
    0.5 +
    r * 0.1666666666666667 +
    r2 * (0.04166666666666667 + r * 0.008333333333326112) +
    r4 *
      (0.001388888888888373 +
        r * 0.0001984126987490126 +
        r2 * (2.4801587325605324e-5 + r * 2.7557255297969643e-6) +
        r4 * (2.755727357010214e-7 + r * 2.5105259538448494e-8 + r2 * 2.0914717341716378e-9));
  return r + r2 * q;
}

/** Where the result is no normal number: overflow, underflow, NaN. */
function expAtTheEdge(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  if (x !== x) return x;
  const n = x * Math.LOG2E + ROUND - ROUND;
  const half = n < 0 ? -1000 : 1000; // two factors, so that only the last product can leave the range
  return POWERS_OF_TWO[n - half + 1022]! * (1 + expm1OfRemainder(x, n)) * POWERS_OF_TWO[half + 1022]!;
}

/** tanh x. An odd rational function near 0 keeps every digit there; further out 1 − 2 / (e^2x + 1). */
export function tanh(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < 0.625) {
    if (size < 2 ** -28) return x; // x³/3 is nothing beside x; keeps −0
    const s = x * x;
    const numerator = (-0.9643991794250523 * s - 99.28772310019185) * s - 1614.6876844170845;
    const denominator = ((s + 112.81167849163293) * s + 2235.4883906010045) * s + 4844.063053251255;
    return x + (x * s * numerator) / denominator;
  }
  if (!(size < 22)) return size !== size ? x : x < 0 ? -1 : 1; // 1 − tanh 22 is below half a unit in the last place
  const t = 1 - 2 / onePlusExp(size + size);
  return x < 0 ? -t : t;
}

/**
 * σ(x) = 1 / (1 + e^−x). Below −36, where 1 + e^−x would round the 1 away and e^−x soon overflow, the first two terms
 * of σ(x) = p − p² + p³ − … with p = e^x are all that a double can show.
 */
export function sigmoid(x: number): number {
  if (x > -36 && x < 40) return 1 / onePlusExp(-x);
  if (x > 0) return 1;
  const p = exp(x);
  return p - p * p;
}

/** The two halves of a double, to be read and written as bits. */
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
double[0] = 1;
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/** ln x: with x = 2ᵏ(1 + f) and √½ < 1 + f < √2, k ln 2 + ln(1 + f). */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x < 2 ** -1022) return logOf(x * 2 ** 54, -54, 0);
  return logOf(x, 0, 0);
}

/** ln(1 + x), exact where 1 + x would round x away. */
export function log1p(x: number): number {
  if (x > -0.2928932188134524 && x < 0.4142135623730951) return x === 0 ? x : logSeries(x, 0, 0); // keeps −0
  if (x >= 0.5 && x <= 1) return logSeries(0.5 * (x - 1), 1, 0); // 1 + x = 2(1 + f), with no rounding at all
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const u = 1 + x;
  const lost = x < 1 ? x - (u - 1) : 1 - (u - x); // what rounding took from 1 + x
  return logOf(u, 0, lost / u);
}

/** ln u + correction, less the powers of two that were put into u. */
function logOf(u: number, scale: number, correction: number): number {
  double[0] = u;
  const high = words[HIGH]! + (0x3ff00000 - 0x3fe6a09e);
  const k = (high >>> 20) - 0x3ff + scale;
  words[HIGH] = (high & 0xfffff) + 0x3fe6a09e;
  return logSeries(double[0] - 1, k, correction);
}

/**
 * k ln 2 + ln(1 + f) + correction. With s = f / (2 + f), ln(1 + f) = 2 artanh s = f − f²/2 + s(f²/2 + R), and R is an even
 * polynomial in s.
 */
function logSeries(f: number, k: number, correction: number): number {
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const R =
    w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373)) +
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return s * (half + R) + (k * LN2_LOW + correction) - half + f + k * LN2_HIGH;
}

/** π/2 in three pieces whose first two have 33 bits each, so that n times them is exact for n < 2²⁰. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;

/**
 * sin x for |x| < 10⁶: the nearest multiple of π/2 is taken off in three pieces (Cody & Waite 1980). The bound was
 * checked next to every multiple there; beyond, n times a piece is no longer exact and the error grows with x.
 */
export function sin(x: number): number {
  return turn(x, 0);
}

/** cos x for |x| < 10⁶. */
export function cos(x: number): number {
  return turn(x, 1);
}

/** sin(x + quarters · π/2). */
function turn(x: number, quarters: number): number {
  if (!(Math.abs(x) < Infinity)) return NaN;
  if (quarters === 0 && x === 0) return x;
  const n = Math.abs(x) < Math.PI / 4 ? 0 : x * (2 / Math.PI) + ROUND - ROUND;
  const first = x - n * HALF_PI_1;
  const second = n * HALF_PI_2;
  const partial = first - second;
  const rest = first - partial - second - n * HALF_PI_3;
  const r = partial + rest;
  const tail = partial - r + rest;
  const quadrant = (n + quarters) & 3;
  const value = quadrant & 1 ? cosKernel(r, tail) : sinKernel(r, tail);
  return quadrant & 2 ? -value : value;
}

/** sin(x + tail) for |x| ≤ π/4. */
function sinKernel(x: number, tail: number): number {
  const z = x * x;
  const r =
    0.00833333333332249 +
    z *
      (-0.0001984126982985795 +
        z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
  const v = z * x;
  return x - (z * (0.5 * tail - v * r) - tail - v * -0.16666666666666632);
}

/** cos(x + tail) for |x| ≤ π/4. */
function cosKernel(x: number, tail: number): number {
  const z = x * x;
  const r =
    z *
    (0.0416666666666666 +
      z *
        (-0.001388888888887411 +
          z *
            (2.480158728947673e-5 +
              z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * tail));
}
