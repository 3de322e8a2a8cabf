/** What quantities are called: in plain characters, in a word, and what they are about. */
import { format, type Id, isBeforeEdits, parseId, type Point, updateOf } from "@neural-viz/engine";
import type { Parts } from "../../store/derived.ts";
import { words } from "../../words/inspector.ts";

const subscript = (digits: string): string => digits.replaceAll(/\d/g, (d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]!);
const superscript = (digits: string): string =>
  `⁽${digits.replaceAll(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]!)}⁾`;

/** An id without its epoch: what stays the same of a quantity, and of its element on the page, while the run moves on. */
export function stemOf(id: string): string {
  return id.replace(/@\d+$/, "");
}

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
      return words.lossOfTest;
    case "Lbatch":
      return words.lossOfBatch;
    case "acc":
      return words.accuracy;
    case "acctest":
      return words.accuracyOnTheTestPoints;
    case "batch":
      return words.pointOfBatch(id.i);
    case "conf":
      return words.confidence;
    case "dL":
      return "ΔL";
    case "predicted":
      return words.predictedChange;
    case "gradient":
      return `∂${id.point === undefined ? "L" : "ℓ"}/∂${parameterPlain(id.name)}`;
    case "memory":
      return words.memoryOf(id.slot.replace("hat", "\u0302"), parameterPlain(id.name));
    case "difference":
      return `Δ${parameterPlain(id.name)}`;
    case "check":
      return checkPlain(id.what, parameterPlain(id.name));
    case "norm":
      return normPlain(id.of, id.l);
    case "path": {
      const [, , j] = id.name.split(".");
      return words.path([j, ...id.through, "ŷ"].join("→"));
    }
    case "slice":
      return slicePlain(id);
    case "init":
      return words.startOf(parameterPlain(id.name));
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
      return words.rmsOf(layer);
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
      return words.relativeErrorOf(w);
  }
}

function pointWords(point: Point): string {
  switch (point.kind) {
    case "sample":
      return words.point(point.s);
    case "probe":
      return words.theProbe;
    case "cell":
      return words.cell(point.row, point.column);
  }
}

/** What a quantity is about: one point, the points trained on or those of one update, or how many updates. */
export function aboutOf(id: Id, { trained, perEpoch }: Pick<Parts, "trained" | "perEpoch">): string {
  const updated = perEpoch > 1 ? words.pointsOfTheNextUpdate : words.allPoints(trained);
  switch (id.kind) {
    case "L":
    case "acc":
    case "dL":
    case "predicted":
    case "slice":
      return words.allPoints(trained);
    case "Ltest":
    case "acctest":
      return words.thePointsHeldOut;
    case "Lbatch":
    case "batch":
    case "check":
      return updated;
    case "gradient":
      return id.point === undefined ? updated : pointWords(id.point);
    case "norm":
      return id.of === "norm" ? words.layer(id.l) : words.layerAnd(id.l, updated);
    case "path":
      return pointWords(id.point);
    case "init":
    case "rng":
      return words.beforeTheFirstUpdate;
    case "parameter":
      return isBeforeEdits(id.t) ? words.afterUpdateBeforeEdits(updateOf(id.t)) : words.after(id.t);
    case "memory":
    case "difference":
    case "hyper":
      return words.after(id.t);
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
export function originOf(text: string): string {
  const id = parseId(text);
  if (id === undefined) return "";
  const at = "t" in id ? updateOf(id.t) : 0;
  const kind = "name" in id && id.name.startsWith("b") ? words.bias : words.weight;
  switch (id.kind) {
    case "x":
      return id.point.kind === "sample" ? words.sampleColumn(id.point.s, id.k) : words.whereThePointWasPut;
    case "y":
      return words.dataLabel;
    case "parameter":
      return at === 0 ? words.asItStarted(kind) : words.afterUpdates(kind, at);
    case "z":
      return words.sumIn(id.j, id.l);
    case "a":
      return words.outputOf(id.j, id.l);
    case "slope":
      return words.slopeOf(id.j, id.l);
    case "delta":
      return words.blameOf(id.j, id.l);
    case "p":
      return words.theNetworksAnswer;
    case "ell":
      return words.priceOfAnswer;
    case "L":
      return words.meanOfAll;
    case "Ltest":
      return words.meanOfHeldOut;
    case "Lbatch":
      return words.meanOfBatch;
    case "acc":
    case "acctest":
      return words.theShareThatIsRight;
    case "batch":
      return words.drawnForThisEpoch;
    case "conf":
      return words.howSureTheAnswerIs;
    case "dL":
      return words.whatUpdateDid(at);
    case "predicted":
      return words.whatSlopesPredict(at);
    case "gradient":
      return id.point === undefined ? words.meanOverPoints : words.of(pointWords(id.point));
    case "memory":
      return words.memoryAfter(at);
    case "difference":
      return words.stepOf(at);
    case "check":
      return id.what === "fd"
        ? words.theSlopeMeasured
        : id.what === "relerr"
          ? words.fromBothSlopes
          : words.measured;
    case "norm":
      return words.sizeOfLayer(id.l, id.of === "norm" ? words.parameters : words.gradient);
    case "path":
      return words.pathOfTheChainRule;
    case "slice":
      return words.measuredOnTheLossSurface;
    case "init":
      return words.fromTheInitializer;
    case "rng":
      return words.drawOfTheGenerator;
    case "hyper":
      return words.hyperParameter;
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
    .replaceAll("sqrt(", "√(")
    .replaceAll("Infinity", "∞");
}
