/** What a step's number writes on its way through the network's picture, in the state that the page shows. */
import { format, networkOf, parameterPlain } from "@neural-viz/engine";
import { messages } from "#text/lessons";
import type { Note, Place, Travel } from "../../store/visit/state.ts";
import { unitWords } from "../../ui/quantity/names.ts";
import type { Stop, Travels } from "../contract.ts";
import { printed } from "../pieces.ts";
import type { Scene } from "../scene.ts";

/** The travel of a step; before the answer, only what the question says. Undefined if that's nothing. */
export function travelIn(
  { along, stops, end }: Travels,
  scene: Scene,
  answered: boolean,
): Travel | undefined {
  const shown = stops.filter(({ given }) => answered || given === true);
  if (shown.length === 0) return undefined;
  const reached = answered ? along : along.filter((name) => shown.some(({ on }) => on === name));
  return { along: reached, notes: shown.map((stop) => noteIn(stop, scene)), end: answered ? end : undefined };
}

function noteIn({ on, as, number }: Stop, scene: Scene): Note {
  const id = "of" in number ? number.of(scene.t) : undefined;
  const text = "of" in number ? printed(scene, number.of(scene.t)) : format(number.value(scene));
  return { on, id, text: messages.travel[as](text), isResult: as !== "factor" && as !== "slope" };
}

/** The same in words. */
export function travelWords({ notes }: Travel, { experiment }: Scene): string {
  const nameOf = (on: Place): string =>
    typeof on === "string" ? parameterPlain(on) : unitWords(networkOf(experiment), on[0], on[1] - 1);
  return messages.travel.inWords(notes.map(({ on, text }) => messages.travel.at(nameOf(on), text)));
}
