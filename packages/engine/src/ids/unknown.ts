import { InputError } from "../math/sentence.ts";

/** An id that means nothing in this run. The message is one sentence: what is wrong, and what would be right. */
export class UnknownQuantity extends InputError {
  override name = "UnknownQuantity";
}
