/** What quantities are called: in plain characters, in a word, and what they are about. */
import { format, type Id, parseId, type Point } from "@neural-viz/engine";
import type { Parts } from "../../store/derived.ts";

const subscript = (digits: string): string => digits.replaceAll(/\d/g, (d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]!);
const superscript = (digits: string): string =>
  `⁽${digits.replaceAll(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]!)}⁾`;

/** W.1.2.1 as W⁽¹⁾₂₁. */
export function parameterPlain(name: string): string {
  const [kind = "", l = "", ...indices] = name.split(".");
  return `${kind}${superscript(l)}${subscript(indices.join(""))}`;
}

/** The symbol of a quantity in plain characters. */
export function plainOf(id: Id): string {
  switch (id.kind) {
    case "x":
      return `x${subscript(String(id.k))}`;
    case "parameter":
      return parameterPlain(id.name);
    case "z":
    case "a":
      return `${id.kind}${superscript(String(id.l))}${subscript(String(id.j))}`;
    case "slope":
      return `f′(z${superscript(String(id.l))}${subscript(String(id.j))})`;
    case "delta":
      return `δ${superscript(String(id.l))}${subscript(String(id.j))}`;
    case "p":
      return "ŷ";
    case "ell":
      return "ℓ";
    case "y":
    case "L":
      return id.kind;
    case "Ltest":
      return "L of the test points";
    case "Lbatch":
      return "L of the batch";
    case "acc":
      return "accuracy";
    case "acctest":
      return "accuracy on the test points";
    case "batch":
      return `point ${id.i} of the batch`;
    case "conf":
      return "confidence";
    case "dL":
      return "ΔL";
    case "predicted":
      return "predicted ΔL";
    case "gradient":
      return `∂${id.point === undefined ? "L" : "ℓ"}/∂${parameterPlain(id.name)}`;
    case "memory":
      return `${id.slot.replace("hat", "\u0302")} of ${parameterPlain(id.name)}`;
    case "difference":
      return `Δ${parameterPlain(id.name)}`;
    case "check":
      return checkPlain(id.what, parameterPlain(id.name));
    case "norm":
      return normPlain(id.of, id.l);
    case "path": {
      const [, , j] = id.name.split(".");
      return `path ${[j, ...id.through, "ŷ"].join("→")}`;
    }
    case "slice":
      return slicePlain(id);
    case "init":
      return `the start of ${parameterPlain(id.name)}`;
    case "rng":
      return `u${subscript(String(id.i))}`;
    case "hyper":
      return id.name === "learningRate" ? "η" : id.name;
  }
}

function normPlain(of: "norm" | "gnorm" | "grms", l: number): string {
  const layer = `θ${superscript(String(l))}`;
  switch (of) {
    case "norm":
      return `‖${layer}‖`;
    case "gnorm":
      return `‖∂L/∂${layer}‖`;
    case "grms":
      return `rms of ∂L/∂${layer}`;
  }
}

function slicePlain({ directions, place }: Extract<Id, { kind: "slice" }>): string {
  const [x, y] = place.map(format);
  if (directions.kind === "gradient") return `L(w + ${x} ĝ + ${y} r̂)`;
  const [across, up] = directions.names.map(parameterPlain);
  return `L(${across} = ${x}, ${up} = ${y})`;
}

function checkPlain(what: "above" | "below" | "fd" | "relerr", w: string): string {
  switch (what) {
    case "above":
      return `L(${w} + ε)`;
    case "below":
      return `L(${w} − ε)`;
    case "fd":
      return `ΔL/Δ${w}`;
    case "relerr":
      return `relative error of ${w}`;
  }
}

function pointWords(point: Point): string {
  switch (point.kind) {
    case "sample":
      return `point ${point.s}`;
    case "probe":
      return "the probe";
    case "cell":
      return `the cell in row ${point.row}, column ${point.column}`;
  }
}

/** What a quantity is about: one point, the points trained on or those of one update, or how many updates. */
export function aboutOf(id: Id, { trained, perEpoch }: Pick<Parts, "trained" | "perEpoch">): string {
  const updated = perEpoch > 1 ? "the points of the next update" : `all ${trained} points`;
  switch (id.kind) {
    case "L":
    case "acc":
    case "dL":
    case "predicted":
    case "slice":
      return `all ${trained} points`;
    case "Ltest":
    case "acctest":
      return "the points held out";
    case "Lbatch":
    case "batch":
    case "check":
      return updated;
    case "gradient":
      return id.point === undefined ? updated : pointWords(id.point);
    case "norm":
      return id.of === "norm" ? `layer ${id.l}` : `layer ${id.l}, ${updated}`;
    case "path":
      return pointWords(id.point);
    case "init":
    case "rng":
      return "before the first update";
    case "parameter":
    case "memory":
    case "difference":
    case "hyper":
      return `after ${id.t} ${id.t === 1 ? "update" : "updates"}`;
    case "x":
    case "y":
    case "z":
    case "a":
    case "p":
    case "ell":
    case "conf":
    case "slope":
    case "delta":
      return pointWords(id.point);
  }
}

/** One line on an input: what it is, and where it is from. */
export function originOf(text: string, optimizer: string): string {
  const id = parseId(text);
  if (id === undefined) return "";
  const at = "t" in id ? id.t : 0;
  const kind = "name" in id && id.name.startsWith("b") ? "bias" : "weight";
  switch (id.kind) {
    case "x":
      return id.point.kind === "sample"
        ? `data · sample ${id.point.s}, column ${id.k}`
        : "where the point was put";
    case "y":
      return "data · the label";
    case "parameter":
      return at === 0
        ? `${kind} · as it started`
        : `${kind} · ${at} ${optimizer} ${at === 1 ? "update" : "updates"} since the start`;
    case "z":
      return `sum in neuron ${id.j} of layer ${id.l}`;
    case "a":
      return `output of neuron ${id.j} of layer ${id.l}`;
    case "slope":
      return `local slope of neuron ${id.j} of layer ${id.l}`;
    case "delta":
      return `blame of neuron ${id.j} of layer ${id.l}`;
    case "p":
      return "the network's answer";
    case "ell":
      return "the price of this point's answer";
    case "L":
      return "the mean of all points' losses";
    case "Ltest":
      return "the mean loss of the points held out";
    case "Lbatch":
      return "the mean loss of the next update's points";
    case "acc":
    case "acctest":
      return "the share that is right";
    case "batch":
      return "drawn for this epoch";
    case "conf":
      return "how sure the answer is";
    case "dL":
      return `what update ${at} did to the loss`;
    case "predicted":
      return `what the slopes predict of update ${at}`;
    case "gradient":
      return id.point === undefined ? "the mean over the points of an update" : `of ${pointWords(id.point)}`;
    case "memory":
      return `the optimizer's memory after update ${at}`;
    case "difference":
      return `the step of update ${at}`;
    case "check":
      return id.what === "fd"
        ? "the slope, measured"
        : id.what === "relerr"
          ? "from both slopes"
          : "measured";
    case "norm":
      return `the size of layer ${id.l}'s ${id.of === "norm" ? "parameters" : "gradient"}`;
    case "path":
      return "one path of the chain rule";
    case "slice":
      return "measured on the loss surface";
    case "init":
      return "from the initializer";
    case "rng":
      return "a draw of the random generator";
    case "hyper":
      return "hyper-parameter · chosen";
  }
}

/** A calculator's ASCII as it is printed on the page. */
export function display(text: string): string {
  return text
    .replaceAll(/e([+-]?)(\d+)/g, (_, sign: string, digits: string) => {
      const power = digits.replaceAll(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]!);
      return `×10${sign === "-" ? "⁻" : ""}${power}`;
    })
    .replaceAll("-", "−")
    .replaceAll("*", "·")
    .replaceAll("sqrt(", "√(");
}
