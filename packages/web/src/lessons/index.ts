/** The lessons, in their order: one file and one line each. */
import { backwards } from "./backwards.ts";
import type { Lesson } from "./contract.ts";
import { downhill } from "./downhill.ts";
import { fading } from "./fading.ts";
import { fence } from "./fence.ts";
import { noise } from "./noise.ts";
import { oneNeuron } from "./oneNeuron.ts";
import { price } from "./price.ts";
import { rates } from "./rates.ts";
import { twins } from "./twins.ts";
import { verify } from "./verify.ts";
import { xor } from "./xor.ts";
import { yourTurn } from "./yourTurn.ts";

export const lessons: Readonly<Record<string, Lesson>> = {
  oneNeuron,
  price,
  downhill,
  rates,
  xor,
  fence,
  backwards,
  yourTurn,
  verify,
  twins,
  fading,
  noise,
};
