/** The comparison of a PyTorch run with the losses in Neural-Viz, as the end of the script and the notebook. */
import { comments, docstrings, printed } from "#text/script";
import type { Experiment } from "../session/experiment.ts";
import { networkOf } from "../session/start.ts";
import { codeOf } from "./heads.ts";
import { float, lines } from "./python.ts";
import { partsOf } from "./torch.ts";

/** Up to here every loss is embedded, and as many again of the later ones. */
const EVERY = 1000;

/** RECORDED, Neural-Viz's losses: every one up to update 1000, then evenly spaced, and the last; and the last test loss. */
export function recordedPart(losses: Float64Array, testLosses: Float64Array): string {
  const last = losses.length - 1;
  const stride = Math.max(1, Math.ceil((last - EVERY) / EVERY));
  const epochs = [...losses.keys()].filter((t) => t <= EVERY || (t - EVERY) % stride === 0 || t === last);
  const test = testLosses.length === 0 ? [] : [`"test": ${float(testLosses.at(-1)!)}`];
  return `# ${comments.recorded({ first: EVERY, stride })}
RECORDED = {
${lines([...epochs.map((t) => `${t}: ${float(losses[t]!)}`), ...test])}
}`;
}

/** check(), which compares a run with RECORDED and prints one of three words. */
export function checkPart(experiment: Experiment): string {
  const { perEpoch, test } = partsOf(experiment);
  const heldOut = test.length > 0;
  const { unbounded } = codeOf(networkOf(experiment));
  return `TOLERANCE = 1e-9  # ${unbounded ? comments.toleranceOfLarger : comments.tolerance}


def difference(a, b):
    """${unbounded ? docstrings.differenceOfLarger : docstrings.difference}"""
    if a == b or (a != a and b != b):
        return 0.0
    apart = abs(a - b) / max(1.0, ${unbounded ? "abs(a), abs(b)" : "abs(b)"})
    return math.inf if math.isnan(apart) else apart


def found(losses${heldOut ? ", model" : ""}):
    """${docstrings.found({ heldOut })}"""
${
  heldOut
    ? `    values = {t: losses[t] if t < len(losses) else math.nan for t in RECORDED if t != "test"}
    same_end = len(losses) == max(values) + 1  # ${comments.sameEnd}
    return {**values, "test": test_loss(model) if same_end else RECORDED["test"]}`
    : "    return {t: losses[t] if t < len(losses) else math.nan for t in RECORDED}"
}


def shake(model, random):
    """${docstrings.shake}"""
    with torch.no_grad():
        for w in model.parameters():
            for part in (w.grad, w):
                part += 4e-16 * part * torch.randn(part.shape, generator=random)


def rounding(X, y, runs=24):
    """${docstrings.rounding({ reordered: perEpoch === 1 })}"""
    first, moved = None, dict.fromkeys(RECORDED, 0.0)
    for seed in range(runs):
        random = torch.Generator().manual_seed(seed)
        model = build_model()
${
  perEpoch === 1
    ? `        order = torch.randperm(len(X), generator=random)
        losses, _ = train(model, X[order], y[order], random)`
    : "        losses, _ = train(model, X, y, random)"
}
        values = found(losses${heldOut ? ", model" : ""})
        first = first or values
        moved = {t: max(moved[t], difference(values[t], first[t])) for t in RECORDED}
        yield moved


def allowed(moved):
    """${docstrings.allowed}"""
    highest = list(itertools.accumulate(moved.values(), max))
    return {t: 4 * highest[min(i + 2, len(highest) - 1)] for i, t in enumerate(moved)}


def alone(apart, t):
    """${docstrings.alone}"""
    compared = list(apart)
    i = compared.index(t)
    before, after = compared[max(0, i - 3) : i], compared[i + 1 : i + 4]
    return len(after) > 1 and all(apart[s] <= 1e-12 for s in before + after)


def name(t):
    return ${heldOut ? `"${printed.theTestLoss}" if t == "test" else ` : ""}f"${printed.update({ t: "{t}" })}"


def check(losses, ${heldOut ? "model, " : ""}X, y):
    """${docstrings.check}"""
    values = found(losses${heldOut ? ", model" : ""})
    apart = {t: difference(values[t], loss) for t, loss in RECORDED.items()}
    print(f"${printed.compared({ count: "{len(RECORDED)}", difference: "{max(apart.values()):.2g}" })}")
    far = [t for t in RECORDED if apart[t] > TOLERANCE]
    if not far:
        print("reproduced")
        return True
    wrong = [t for t in far if alone(apart, t)]
    why = "${printed.neighborsAgree}"
    for moved in [] if wrong else rounding(X, y):
        limits = allowed(moved)
        unexplained = [t for t in far if apart[t] > limits[t]]
        if not unexplained:
            by = max(moved.values())
            print(f"${printed.chaotic({ name: "{name(far[0])}", by: "{by:.2g}" })}")
            return True
        why = f"${printed.roundingExplains({ limit: "{limits[unexplained[0]]:.2g}" })}"
    t = (wrong or unexplained)[0]
    print(f"${printed.apart({ name: "{name(t)}", here: "{values[t]!r}", there: "{RECORDED[t]!r}", why: "{why}" })}")
    print("differs")
    return False`;
}
