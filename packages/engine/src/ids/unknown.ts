import { InputError } from "../math/errors.ts";

/** The run has no quantity with this id. The message says what is wrong and gives a valid id. */
export class UnknownQuantity extends InputError {
  override name = "UnknownQuantity";
}
