import { InputError } from "../math/errors.ts";

/** An id that means nothing in this run. One sentence says what is wrong, and gives an id that is right. */
export class UnknownQuantity extends InputError {
  override name = "UnknownQuantity";
}
