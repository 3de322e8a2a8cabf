/** What the quantities of the whole network after t updates have in common: `L@t`. */
import { AT, AT_MOMENT, form } from "../grammar.ts";
import { kindOf, type Naming } from "../kind.ts";
import { type Moment, momentText, readMoment } from "../moment.ts";

/** A quantity of the whole network after t updates. */
export interface MomentId<K extends string> {
  readonly kind: K;
  readonly t: Moment;
}

/** A kind of the network's quantity; those of a state also exist before what was set by hand, those of an update do not. */
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
