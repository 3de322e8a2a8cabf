/** The lessons in order, with one file and one line each. */
import { asleep } from "./asleep.ts";
import { backwards } from "./backwards.ts";
import { byHand } from "./byHand.ts";
import type { Lesson } from "./contract.ts";
import { downhill } from "./downhill.ts";
import { fading } from "./fading.ts";
import { fence } from "./fence.ts";
import { green } from "./green.ts";
import { noBend } from "./noBend.ts";
import { noise } from "./noise.ts";
import { oneNeuron } from "./oneNeuron.ts";
import { price } from "./price.ts";
import { rates } from "./rates.ts";
import { rolling } from "./rolling.ts";
import { strides } from "./strides.ts";
import { twins } from "./twins.ts";
import { unfold } from "./unfold.ts";
import { verify } from "./verify.ts";
import { xor } from "./xor.ts";
import { yourTurn } from "./yourTurn.ts";

/** The lesson with this name. Addresses contain names too, so only the registry's own keys count. */
export function lessonOf(name: string): Lesson | undefined {
  return Object.hasOwn(lessons, name) ? lessons[name] : undefined;
}

export const lessons: Readonly<Record<string, Lesson>> = {
  oneNeuron,
  price,
  downhill,
  rates,
  xor,
  fence,
  noBend,
  unfold,
  byHand,
  backwards,
  yourTurn,
  verify,
  twins,
  asleep,
  fading,
  noise,
  rolling,
  strides,
  green,
};
