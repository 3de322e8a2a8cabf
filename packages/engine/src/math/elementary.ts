/**
 * exp, ln, log1p, tanh, σ, sin, and cos, built only from operations that IEEE 754 and the language define to the last
 * bit: + − × ÷, the square root, and bit operations. Math.exp and its siblings may differ between browsers.
 *
 * Errors stay below 1.5 units in the last place (σ: below 2), measured against correctly rounded values.
 * Coefficients: fdlibm (Sun Microsystems 1993) for ln, log1p, sin and cos; Cephes (Moshier 1984–2000) for tanh near 0.
 */

// Coefficients are in typed arrays because a literal costs two instructions at every use, which took a third of the
// time of tanh.

/** ln 2 in two parts. The first ends in 21 zero bits, so that its product with a small whole number is exact. */
const LN2 = Float64Array.of(0.6931471803691238, 1.9082149292705877e-10);

/** 1 / ln 2, and a constant: adding it and subtracting it again rounds to the nearest whole number. */
const NEAREST = Float64Array.of(Math.LOG2E, 1.5 * 2 ** 52);

/** 2ⁿ for n = −1022 … 1023. */
const POWERS_OF_TWO = new Float64Array(2046);
for (let n = -1022, power = 2 ** -1022; n <= 1023; n++, power *= 2) POWERS_OF_TWO[n + 1022] = power;

/** 2ⁿ. `| 0` tells the compiler that the index is an integer, which saves a check. */
function powerOfTwo(n: number): number {
  return POWERS_OF_TWO[(n + 1022) | 0]!;
}

/** The whole number nearest to x / ln 2. */
function octaves(x: number): number {
  return x * NEAREST[0]! + NEAREST[1]! - NEAREST[1]!;
}

/**
 * e^x. With n the whole number nearest to x / ln 2 and r = x − n ln 2: e^x = 2ⁿ · e^r, and |r| ≤ ln 2 / 2 is small
 * enough for the power series; the coefficients of its last terms are fitted to the interval.
 */
export function exp(x: number): number {
  if (!(x > -708 && x < 709)) return expAtTheEdge(x);
  const n = octaves(x);
  return powerOfTwo(n) * (1 + expm1OfRemainder(x, n));
}

/** 1 + e^x for |x| < 50, as (1 + 2ⁿ) + 2ⁿ · (e^r − 1). It rounds once; 1 + exp(x) would round twice. */
function onePlusExp(x: number): number {
  const n = octaves(x);
  const power = powerOfTwo(n);
  return 1 + power + power * expm1OfRemainder(x, n);
}

/** The coefficients of (e^r − 1 − r) / r², from the lowest power of r to the highest. */
const EXP = Float64Array.of(
  0.5,
  0.1666666666666667,
  0.04166666666666667,
  0.008333333333326112,
  0.001388888888888373,
  0.0001984126987490126,
  2.4801587325605324e-5,
  2.7557255297969643e-6,
  2.755727357010214e-7,
  2.5105259538448494e-8,
  2.0914717341716378e-9,
);

/** e^r − 1 for r = x − n ln 2. */
function expm1OfRemainder(x: number, n: number): number {
  const r = x - n * LN2[0]! - n * LN2[1]!;
  const r2 = r * r;
  const r4 = r2 * r2;
  const q =
    EXP[0]! +
    r * EXP[1]! +
    r2 * (EXP[2]! + r * EXP[3]!) +
    r4 *
      (EXP[4]! + r * EXP[5]! + r2 * (EXP[6]! + r * EXP[7]!) + r4 * (EXP[8]! + r * EXP[9]! + r2 * EXP[10]!));
  return r + r2 * q;
}

/** e^x where the result overflows, underflows, or is NaN. */
function expAtTheEdge(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  if (x !== x) return x;
  const n = octaves(x);
  const half = n < 0 ? -1000 : 1000; // two factors, so that only the last product can leave the range
  return powerOfTwo(n - half) * (1 + expm1OfRemainder(x, n)) * powerOfTwo(half);
}

/** (tanh x − x) / x³ as a ratio: three coefficients of the numerator, then three of the denominator after its leading 1. Highest power of x² first. */
const TANH = Float64Array.of(
  -0.9643991794250523,
  -99.28772310019185,
  -1614.6876844170845,
  112.81167849163293,
  2235.4883906010045,
  4844.063053251255,
);

/** tanh x. Near 0 an odd rational function loses no digits; farther out it's 1 − 2 / (e^2x + 1). */
export function tanh(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < 0.625) {
    if (size < 2 ** -28) return x; // x³/3 is too small to change x; −0 stays −0
    const s = x * x;
    const numerator = (TANH[0]! * s + TANH[1]!) * s + TANH[2]!;
    const denominator = ((s + TANH[3]!) * s + TANH[4]!) * s + TANH[5]!;
    return x + (x * s * numerator) / denominator;
  }
  if (!(size < 22)) return size !== size ? x : x < 0 ? -1 : 1; // 1 − tanh 22 is below half a unit in the last place
  const t = 1 - 2 / onePlusExp(size + size);
  return x < 0 ? -t : t;
}

/**
 * σ(x) = 1 / (1 + e^−x). Below −36, 1 + e^−x would round the 1 away and e^−x would soon overflow. There the first two
 * terms of σ(x) = p − p² + p³ − … with p = e^x give every digit of a double.
 */
export function sigmoid(x: number): number {
  if (x > -36 && x < 40) return 1 / onePlusExp(-x);
  if (x > 0) return 1;
  const p = exp(x);
  return p - p * p;
}

/** The two 32-bit halves of a double, for reading and writing its bits. */
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

/** ln(1 + x), accurate even where 1 + x would round x away. */
export function log1p(x: number): number {
  const near = x > -0.2928932188134524 && x < 0.4142135623730951;
  if (!near && !(x >= 0.5 && x <= 1)) return log1pFar(x);
  if (x === 0) return x; // −0 stays −0
  return logSeries(near ? x : 0.5 * (x - 1), Number(!near), 0); // from ½ on, 1 + x = 2(1 + f) without rounding
}

/** ln(1 + x) for x where 1 + x must be rounded. */
function log1pFar(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const u = 1 + x;
  const lost = x < 1 ? x - (u - 1) : 1 - (u - x); // the part of 1 + x that rounding lost
  return logOf(u, 0, lost / u);
}

/** ln(u · 2^scale) + correction. */
function logOf(u: number, scale: number, correction: number): number {
  double[0] = u;
  const high = words[HIGH]! + (0x3ff00000 - 0x3fe6a09e);
  const k = (high >>> 20) - 0x3ff + scale;
  words[HIGH] = (high & 0xfffff) + 0x3fe6a09e;
  return logSeries(double[0] - 1, k, correction);
}

/** The coefficients of R / z, lowest power of z first; see logSeries. */
const LOG = Float64Array.of(
  0.6666666666666735,
  0.3999999999940942,
  0.2857142874366239,
  0.22222198432149784,
  0.1818357216161805,
  0.15313837699209373,
  0.14798198605116586,
);

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
    w * (LOG[1]! + w * (LOG[3]! + w * LOG[5]!)) + z * (LOG[0]! + w * (LOG[2]! + w * (LOG[4]! + w * LOG[6]!)));
  return s * (half + R) + (k * LN2[1]! + correction) - half + f + k * LN2[0]!;
}

/** π/2 in three pieces. The first two have 33 bits each, so that n times them is exact for n < 2²⁰. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;

/**
 * sin x for |x| < 10⁶. It subtracts the nearest multiple of π/2 in three pieces (Cody & Waite 1980). The error bound was
 * checked next to every multiple in that range. Beyond it n times a piece is no longer exact and the error grows with x.
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
  const n = Math.abs(x) < Math.PI / 4 ? 0 : x * (2 / Math.PI) + NEAREST[1]! - NEAREST[1]!;
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
