/** What is computed from a quantity, one step forward. For what all samples use, the first sample stands for all. */
import { idsOf } from "../math/expression.ts";
import { activations } from "../nn/activations.ts";
import { editedAt } from "../session/change.ts";
import { parameterIndex } from "../nn/network.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { type Id, idText, isBeforeEdits, parseId, type Point, updateOf } from "./ids.ts";
import type { Run } from "./state.ts";

const FIRST: Point = { kind: "sample", s: 1 };

export function usedBy(run: Run, id: Id): string[] {
  const users = usersOf(run, id);
  if (!("t" in id) || !isBeforeEdits(id.t)) return users;
  // The moment before an edit is only looked back at: no update and no gradient starts from it.
  const known = users.filter((text) => parseId(text) !== undefined);
  const edited = id.kind === "parameter" && editedAt(run.experiment, updateOf(id.t)).has(id.name);
  if (edited) return [...known, `d${id.name}@${updateOf(id.t)}`];
  return id.kind === "L" ? [...known, `dL@${updateOf(id.t)}`] : known;
}

function usersOf(run: Run, id: Id): string[] {
  const { layers } = run.network;
  const units = (l: number): number[] => Array.from({ length: layers[l - 1]?.fanOut ?? 0 }, (_, j) => j + 1);
  const labelled = (point: Point): boolean => point.kind === "sample";
  switch (id.kind) {
    case "x":
      return units(1).map((j) => idText({ kind: "z", l: 1, j, point: id.point, t: run.last }));
    case "y":
      return [
        idText({ kind: "ell", point: id.point, t: run.last }),
        idText({ kind: "delta", l: layers.length, j: 1, point: id.point, t: run.last }),
      ];
    case "parameter": {
      const [, l, j, k] = id.name.split(".").map(Number);
      const next = id.t < run.last ? [`${id.name}@${id.t + 1}`] : [];
      const z = idText({ kind: "z", l: l!, j: j!, point: FIRST, t: id.t });
      const back =
        k === undefined || l === 1 ? [] : [idText({ kind: "delta", l: l! - 1, j: k, point: FIRST, t: id.t })];
      return [z, ...back, ...next];
    }
    case "z": {
      if (id.l < layers.length) return [idText({ ...id, kind: "a" })];
      const p = idText({ kind: "p", point: id.point, t: id.t });
      return labelled(id.point) ? [p, idText({ kind: "ell", point: id.point, t: id.t })] : [p];
    }
    case "a": {
      const forward = units(id.l + 1).map((j) => idText({ ...id, kind: "z", l: id.l + 1, j }));
      // A slope that is the same everywhere, as the identity's, is not computed from the activation.
      const { slopeValue } = activations[layers[id.l - 1]!.activation];
      const back = labelled(id.point) && id.l < layers.length && idsOf(slopeValue).length > 0;
      return back ? [...forward, idText({ ...id, kind: "delta" })] : forward;
    }
    case "p": {
      const confidence = idText({ ...id, kind: "conf" });
      if (!labelled(id.point)) return [confidence];
      return [
        idText({ kind: "delta", l: layers.length, j: 1, point: id.point, t: id.t }),
        confidence,
        idText({ kind: isIn(run.split.test, id.point) ? "acctest" : "acc", t: id.t }),
      ];
    }
    case "ell":
      return lossesOver(run, id.point, id.t);
    case "slope":
      return [];
    case "delta": {
      const fanIn = layers[id.l - 1]?.fanIn ?? 0;
      const weights = Array.from({ length: fanIn }, (_, k) => `W.${id.l}.${id.j}.${k + 1}`);
      const gradients = [...weights, `b.${id.l}.${id.j}`].map((name) =>
        idText({ kind: "gradient", name, point: id.point, t: id.t }),
      );
      const back = id.l === 1 ? [] : units(id.l - 1).map((j) => idText({ ...id, l: id.l - 1, j }));
      return [...gradients, ...back];
    }
    case "check":
      if (id.what === "relerr") return [];
      return [idText({ ...id, what: id.what === "fd" ? "relerr" : "fd" })];
    case "gradient": {
      if (id.point !== undefined) {
        return isIn(run.batches.at(id.t), id.point) ? [idText({ ...id, point: undefined })] : [];
      }
      return id.t < run.last ? usersInRule(run, "g", id.name, id.t + 1) : [];
    }
    case "memory": {
      // In its own line a name stands for the value before; in later lines for the new one.
      const own = `${id.slot}.${id.name}@`;
      const now = usersInRule(run, id.slot, id.name, id.t).filter((text) => !text.startsWith(own));
      if (id.t === run.last) return now;
      return [...now, ...usersInRule(run, id.slot, id.name, id.t + 1).filter((text) => text.startsWith(own))];
    }
    case "init":
      return [`${id.name}@0`];
    case "hyper":
      return id.t < run.last && parameterIndex(run.network, "b.1.1") !== undefined
        ? usersInRule(run, id.name, "b.1.1", id.t + 1)
        : [];
    case "norm":
    case "path":
    case "slice":
    case "rng":
    case "batch":
    case "Ltest":
    case "Lbatch":
    case "acctest":
    case "acc":
    case "conf":
    case "dL":
    case "predicted":
      return [];
    case "L":
      return [
        ...(id.t > 0 && editedAt(run.experiment, id.t).size === 0 ? [`dL@${id.t}`] : []),
        ...(id.t < run.last ? [`dL@${id.t + 1}`] : []),
      ];
    case "difference":
      return id.t > 0 ? [`predicted@${id.t}`] : [];
  }
}

function isIn(places: Int32Array, point: Point): boolean {
  return point.kind === "sample" && places.includes(point.s - 1);
}

/** The means that the loss of a sample is part of. */
function lossesOver({ split, batches }: Run, point: Point, t: number): string[] {
  if (isIn(split.test, point)) return [idText({ kind: "Ltest", t })];
  const all = idText({ kind: "L", t });
  if (isBeforeEdits(t) || batches.perEpoch === 1 || !isIn(batches.at(t), point)) return [all];
  return [all, idText({ kind: "Lbatch", t })];
}

/** The lines of the rule of update t in which a name stands. */
function usersInRule(run: Run, symbol: string, name: string, t: number): string[] {
  const { derivation } = optimizerOf(run.at(t - 1).optimizer.name);
  return derivation
    .filter(([, becomes]) => JSON.stringify(becomes).includes(`"${symbol}"`))
    .map(([line]) => (line === "w" ? `${name}@${t}` : `${line}.${name}@${t}`));
}
