/**
 * The name of every quantity: stable, typed, the same on the page, on the command line and in links.
 *
 *   x[s].k  y[s]  W.l.j.k@t  b.l.j@t  z.l.j[s]@t  a.l.j[s]@t  slope.l.j[s]@t  p[s]@t  ell[s]@t  L@t  delta.l.j[s]@t
 *   gW.l.j.k[s]@t  gW.l.j.k@t  gb.l.j[s]@t  gb.l.j@t  m.W.l.j.k@t  v.b.l.j@t  mhat…  vhat…  dW.l.j.k@t  db.l.j@t
 *   init.l.j.k  init.b.l.j  rng.i  h.learningRate@t  acc@t  conf[s]@t  dL@t  predicted@t
 *   Ltest@t  acctest@t  Lbatch@t  batch.i@t
 *   norm.l@t  gnorm.l@t  grms.l@t  path.W.l.j.k>i>…[s]@t
 *   above.W.l.j.k[ε]@t  below.W.l.j.k[ε]@t  fd.W.l.j.k[ε]@t  relerr.W.l.j.k[ε]@t
 *   L[W.l.j.k=x,b.l.j=y]@t  L[gradient=x,random seed=y]@t
 *
 * t counts updates done; where a parameter was set by hand after update t, t- is the moment before that: W.l.j.k@t-
 * z.l.j[s]@t- a.l.j[s]@t- p[s]@t- conf[s]@t- ell[s]@t- L@t- Ltest@t- acc@t- acctest@t-. l, j, k and samples count from 1. For [s] there may also stand [probe x1,x2], any place of the
 * plane, or [cell r,c,N], the centre of a cell of an N × N picture.
 */

import { short } from "../math/sentence.ts";
import type { Directions, Place } from "../nn/plane.ts";

/** Which input a quantity belongs to. */
export type Point =
  | { readonly kind: "sample"; readonly s: number }
  | { readonly kind: "probe"; readonly x1: number; readonly x2: number }
  | { readonly kind: "cell"; readonly row: number; readonly column: number; readonly size: number };

/** A parameter's own name: W.l.j.k or b.l.j. */
export type ParameterName = string;

/** The name of a quantity, read. */
export type Id =
  | { readonly kind: "x"; readonly point: Point; readonly k: number }
  | { readonly kind: "y"; readonly point: Point }
  | { readonly kind: "parameter"; readonly name: ParameterName; readonly t: number }
  | {
      /** slope is f′(z). */
      readonly kind: "z" | "a" | "slope" | "delta";
      readonly l: number;
      readonly j: number;
      readonly point: Point;
      readonly t: number;
    }
  | { readonly kind: "p" | "ell" | "conf"; readonly point: Point; readonly t: number }
  /** The loss and the share of right answers over the training samples, and over those held out. */
  | { readonly kind: "L" | "Ltest"; readonly t: number }
  | { readonly kind: "acc" | "acctest"; readonly t: number }
  /** The loss over the samples of update t + 1, and the number of the i-th of them. */
  | { readonly kind: "Lbatch"; readonly t: number }
  | { readonly kind: "batch"; readonly i: number; readonly t: number }
  /** How update t changed the loss, and what the gradient predicted to first order: gᵀ·Δw. */
  | { readonly kind: "dL" | "predicted"; readonly t: number }
  | {
      readonly kind: "gradient";
      readonly name: ParameterName;
      readonly point: Point | undefined;
      readonly t: number;
    }
  /** What an optimizer remembers (m, v) or makes of it (m̂, v̂). */
  | { readonly kind: "memory"; readonly slot: string; readonly name: ParameterName; readonly t: number }
  | { readonly kind: "difference"; readonly name: ParameterName; readonly t: number }
  /** Of the gradient check: L at w + ε and at w − ε, the finite difference, and its relative error. */
  | {
      readonly kind: "check";
      readonly what: "above" | "below" | "fd" | "relerr";
      readonly name: ParameterName;
      readonly epsilon: number;
      readonly t: number;
    }
  /** Of a layer: the length of its parameters, of its gradient, and the root mean square of its gradient. */
  | {
      readonly kind: "norm";
      readonly of: "norm" | "gnorm" | "grms";
      readonly l: number;
      readonly t: number;
    }
  /** One path of the chain rule from a parameter to the loss, through these units of the later hidden layers. */
  | {
      readonly kind: "path";
      readonly name: ParameterName;
      readonly through: readonly number[];
      readonly point: Point;
      readonly t: number;
    }
  /** L at a place of a plane through the parameters after t updates. */
  | { readonly kind: "slice"; readonly directions: Directions; readonly place: Place; readonly t: number }
  | { readonly kind: "init"; readonly name: ParameterName }
  | { readonly kind: "rng"; readonly i: number }
  | { readonly kind: "hyper"; readonly name: string; readonly t: number };

/**
 * A moment of a run: a whole number t is after t updates, with all that was changed there; t − ½ is after update t and
 * before what was set by hand there.
 */
export type Moment = number;

/** The moment after update t, before what was set by hand there. */
export const beforeEdits = (t: number): Moment => t - 0.5;

/** Whether a moment lies before what was set by hand at an update. */
export const isBeforeEdits = (moment: Moment): boolean => !Number.isInteger(moment);

/** The update that a moment belongs to. */
export const updateOf = (moment: Moment): number => Math.ceil(moment);

/** A moment as ids have it: 50, or 50- before what was set by hand there. */
export const momentText = (moment: Moment): string =>
  isBeforeEdits(moment) ? `${updateOf(moment)}-` : String(moment);

const readMoment = ({ t = "" }: Groups): Moment =>
  t.endsWith("-") ? beforeEdits(Number(t.slice(0, -1))) : Number(t);

/** A whole number without leading zeros, small enough that a double holds it exactly. */
const WHOLE = String.raw`(?:0|[1-9]\d{0,14})`;
const POINT = String.raw`\[(?<point>[^\]]*)\]`;
const AT = String.raw`@(?<t>${WHOLE})`;
const AT_MOMENT = String.raw`@(?<t>${WHOLE}-?)`;
const UNIT = String.raw`(?<l>${WHOLE})\.(?<j>${WHOLE})`;
const NAME = String.raw`W\.${WHOLE}\.${WHOLE}\.${WHOLE}|b\.${WHOLE}\.${WHOLE}`;
const PARAMETER = `(?<name>${NAME})`;
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;

type Groups = Readonly<Record<string, string | undefined>>;

const forms: readonly (readonly [form: RegExp, read: (groups: Groups) => Id])[] = [
  [form`x${POINT}\.(?<k>[12])`, (g) => ({ kind: "x", point: readPoint(g), k: Number(g["k"]) })],
  [form`y${POINT}`, (g) => ({ kind: "y", point: readPoint(g) })],
  [form`${PARAMETER}${AT_MOMENT}`, (g) => ({ kind: "parameter", name: g["name"]!, t: readMoment(g) })],
  [form`(?<kind>z|a)\.${UNIT}${POINT}${AT_MOMENT}`, readUnit],
  [form`(?<kind>slope|delta)\.${UNIT}${POINT}${AT}`, readUnit],
  [
    form`(?<kind>p|ell|conf)${POINT}${AT_MOMENT}`,
    (g) => ({ kind: g["kind"] as "p" | "ell" | "conf", point: readPoint(g), t: readMoment(g) }),
  ],
  [
    form`(?<kind>L|acc|Ltest|acctest)${AT_MOMENT}`,
    (g) => ({ kind: g["kind"] as "L" | "acc" | "Ltest" | "acctest", t: readMoment(g) }),
  ],
  [
    form`(?<kind>Lbatch|dL|predicted)${AT}`,
    (g) => ({ kind: g["kind"] as "Lbatch" | "dL" | "predicted", t: Number(g["t"]) }),
  ],
  [
    form`g${PARAMETER}(?:${POINT})?${AT}`,
    (g) => ({
      kind: "gradient",
      name: g["name"]!,
      point: g["point"] === undefined ? undefined : readPoint(g),
      t: Number(g["t"]),
    }),
  ],
  [form`d${PARAMETER}${AT}`, (g) => ({ kind: "difference", name: g["name"]!, t: Number(g["t"]) })],
  [
    form`(?<slot>[a-z]+)\.${PARAMETER}${AT}`,
    (g) => ({ kind: "memory", slot: g["slot"]!, name: g["name"]!, t: Number(g["t"]) }),
  ],
  [
    form`(?<what>above|below|fd|relerr)\.${PARAMETER}\[(?<epsilon>${NUMBER})\]${AT}`,
    (g) => ({
      kind: "check",
      what: g["what"] as "above" | "below" | "fd" | "relerr",
      name: g["name"]!,
      epsilon: Number(g["epsilon"]),
      t: Number(g["t"]),
    }),
  ],
  [
    form`(?<of>norm|gnorm|grms)\.(?<l>${WHOLE})${AT}`,
    (g) => ({ kind: "norm", of: g["of"] as "norm" | "gnorm" | "grms", l: Number(g["l"]), t: Number(g["t"]) }),
  ],
  [
    form`path\.${PARAMETER}(?<through>(?:>${WHOLE})*)${POINT}${AT}`,
    (g) => ({
      kind: "path",
      name: g["name"]!,
      through: g["through"]!.split(">").slice(1).map(Number),
      point: readPoint(g),
      t: Number(g["t"]),
    }),
  ],
  [
    form`L\[(?<across>${NAME})=(?<x>${NUMBER}),(?<up>${NAME})=(?<y>${NUMBER})\]${AT}`,
    (g) => ({
      kind: "slice",
      directions: { kind: "parameters", names: [g["across"]!, g["up"]!] },
      place: [Number(g["x"]), Number(g["y"])],
      t: Number(g["t"]),
    }),
  ],
  [
    form`L\[gradient=(?<x>${NUMBER}),random (?<seed>${WHOLE})=(?<y>${NUMBER})\]${AT}`,
    (g) => ({
      kind: "slice",
      directions: { kind: "gradient", seed: Number(g["seed"]) },
      place: [Number(g["x"]), Number(g["y"])],
      t: Number(g["t"]),
    }),
  ],
  [form`init\.(?<weight>${WHOLE}\.${WHOLE}\.${WHOLE})`, (g) => ({ kind: "init", name: `W.${g["weight"]}` })],
  [form`init\.(?<bias>b\.${WHOLE}\.${WHOLE})`, (g) => ({ kind: "init", name: g["bias"]! })],
  [form`batch\.(?<i>${WHOLE})${AT}`, (g) => ({ kind: "batch", i: Number(g["i"]), t: Number(g["t"]) })],
  [form`rng\.(?<i>${WHOLE})`, (g) => ({ kind: "rng", i: Number(g["i"]) })],
  [form`h\.(?<name>[A-Za-z]\w*)${AT}`, (g) => ({ kind: "hyper", name: g["name"]!, t: Number(g["t"]) })],
];

function form(parts: TemplateStringsArray, ...inserts: readonly string[]): RegExp {
  return new RegExp(`^${String.raw(parts, ...inserts)}$`);
}

function readUnit(groups: Groups): Id {
  return {
    kind: groups["kind"] as "z" | "a" | "slope" | "delta",
    l: Number(groups["l"]),
    j: Number(groups["j"]),
    point: readPoint(groups),
    t: readMoment(groups),
  };
}

const WHOLE_ALONE = form`${WHOLE}`;

function readPoint(groups: Groups): Point {
  const text = groups["point"]!;
  const [word, rest = ""] = text.split(" ");
  const numbers = rest.split(",").map((part) => (part === "" ? NaN : Number(part)));
  if (WHOLE_ALONE.test(text)) return { kind: "sample", s: Number(text) };
  if (word === "probe" && numbers.length === 2 && numbers.every(Number.isFinite)) {
    return { kind: "probe", x1: numbers[0]!, x2: numbers[1]! };
  }
  if (word === "cell" && numbers.length === 3 && numbers.every(Number.isSafeInteger)) {
    return { kind: "cell", row: numbers[0]!, column: numbers[1]!, size: numbers[2]! };
  }
  throw new SyntaxError(
    `[${short(text)}] isn't a point; write a sample such as [18], a place such as [probe 0.2,0.7] or a cell such as [cell 1,1,40]`,
  );
}

/**
 * Reads an id; undefined when it has no known form. Every quantity has one spelling, the one `idText` writes.
 * @throws SyntaxError when only its point is wrong, or a number in it is spelled in another way.
 */
export function parseId(text: string): Id | undefined {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const id = read(match.groups ?? {});
    const spelled = idText(id);
    if (spelled === text) return id;
    if (pattern.test(spelled)) throw new SyntaxError(`a quantity has one spelling; write ${spelled}`);
  }
  return undefined;
}

function pointText(point: Point): string {
  switch (point.kind) {
    case "sample":
      return `[${point.s}]`;
    case "probe":
      return `[probe ${point.x1},${point.x2}]`;
    case "cell":
      return `[cell ${point.row},${point.column},${point.size}]`;
  }
}

/** The text of an id. */
export function idText(id: Id): string {
  switch (id.kind) {
    case "x":
      return `x${pointText(id.point)}.${id.k}`;
    case "y":
      return `y${pointText(id.point)}`;
    case "parameter":
      return `${id.name}@${momentText(id.t)}`;
    case "z":
    case "a":
    case "slope":
    case "delta":
      return `${id.kind}.${id.l}.${id.j}${pointText(id.point)}@${momentText(id.t)}`;
    case "p":
    case "ell":
    case "conf":
      return `${id.kind}${pointText(id.point)}@${momentText(id.t)}`;
    case "L":
    case "acc":
    case "Ltest":
    case "acctest":
    case "Lbatch":
    case "dL":
    case "predicted":
      return `${id.kind}@${momentText(id.t)}`;
    case "gradient":
      return `g${id.name}${id.point === undefined ? "" : pointText(id.point)}@${id.t}`;
    case "difference":
      return `d${id.name}@${id.t}`;
    case "memory":
      return `${id.slot}.${id.name}@${id.t}`;
    case "check":
      return `${id.what}.${id.name}[${id.epsilon}]@${id.t}`;
    case "norm":
      return `${id.of}.${id.l}@${id.t}`;
    case "path":
      return `path.${[id.name, ...id.through].join(">")}${pointText(id.point)}@${id.t}`;
    case "slice": {
      const { directions, place, t } = id;
      const [across, up] =
        directions.kind === "parameters" ? directions.names : ["gradient", `random ${directions.seed}`];
      return `L[${across}=${place[0]},${up}=${place[1]}]@${t}`;
    }
    case "init":
      return `init.${id.name.replace(/^W\./, "")}`;
    case "batch":
      return `batch.${id.i}@${id.t}`;
    case "rng":
      return `rng.${id.i}`;
    case "hyper":
      return `h.${id.name}@${id.t}`;
  }
}
