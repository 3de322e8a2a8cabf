/** The common part of the quantities of the whole network after t updates, such as `L@t`. */
import { AT, AT_MOMENT, form } from "../grammar.ts";
import { kindOf, type Naming } from "../kind.ts";
import { type Moment, momentText, readMoment } from "../moment.ts";

/** A quantity of the whole network after t updates. */
export interface MomentId<K extends string> {
  readonly kind: K;
  readonly t: Moment;
}

/** A kind of quantity of the whole network. Quantities of a state also exist before edits; those of an update don't. */
export function momentKind<K extends string>(
  kind: K,
  moments: "moments" | "updates",
  names: Pick<Naming<MomentId<K>>, "symbol" | "plain" | "about" | "what" | "first">,
) {
  return kindOf<MomentId<K>, [t: Moment]>(
    {
      kind,
      forms: [
        [form`${kind}${moments === "moments" ? AT_MOMENT : AT}`, ({ t }) => ({ kind, t: readMoment(t!) })],
      ],
      print: ({ t }) => `${kind}@${momentText(t)}`,
      ...names,
    },
    (t) => ({ kind, t }),
  );
}
