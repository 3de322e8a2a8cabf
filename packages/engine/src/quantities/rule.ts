/** The optimizer's rule for one parameter at one update, line by line, over ids. */
import { absent } from "#text/absent";
import { type Expression, idsOf, substitute } from "../math/expression.ts";
import { short } from "../math/errors.ts";
import { ids } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { afterUpdate } from "./edits.ts";
import type { Run } from "./run.ts";

/** The name of the line for the parameter itself. */
const PARAMETER = "w";

/**
 * One line of the optimizer's rule for a parameter at update t, with ids in place of names. Names of earlier lines get
 * ids at t, the others at t − 1. @throws UnknownQuantity if the rule has no such line
 */
export function lineOfRule(run: Run, name: string, t: number, line = PARAMETER): Expression {
  const before = run.at(t - 1);
  const { derivation } = optimizerOf(before.optimizer.name);
  const index = derivation.findIndex(([other]) => other === line);
  if (index === -1) {
    const id = `${short(line)}.${name}@${t}`;
    const names = derivation.slice(0, -1).map(([other]) => other);
    throw new UnknownQuantity(
      names.length === 0
        ? absent.noState({ id, instead: ids.difference.of(name, t), optimizer: before.optimizer.name })
        : absent.notInState({
            id,
            instead: ids.optimizerState.of(names[0]!, name, t),
            optimizer: before.optimizer.name,
          }),
    );
  }
  const earlier = new Set(derivation.slice(0, index).map(([other]) => other));
  return substitute(derivation[index]![1], (symbol) => {
    if (symbol === "g") return ids.gradient.of(name, t - 1);
    if (symbol === "t") return before.updates + 1;
    if (symbol === PARAMETER) return ids.parameter.of(name, t - 1);
    if (earlier.has(symbol)) return ids.optimizerState.of(symbol, name, t);
    if (derivation.some(([other]) => other === symbol)) {
      return before.updates === 0 ? 0 : ids.optimizerState.of(symbol, name, t - 1);
    }
    return ids.hyper.of(symbol, t - 1);
  });
}

/** The quantities of one parameter at update t whose lines of the rule use a name. */
export function usersInRule(run: Run, symbol: string, name: string, t: number): QuantityId[] {
  const { derivation } = optimizerOf(run.at(t - 1).optimizer.name);
  return derivation
    .filter(([, becomes]) => idsOf(becomes).includes(symbol))
    .map(([line]) =>
      line === PARAMETER
        ? ids.parameter.of(name, afterUpdate(run, t, name))
        : ids.optimizerState.of(line, name, t),
    );
}
