/** How the numbers of an exercise are printed: given ones in full, results with the digits that are asked for. */
import { statedNumber } from "@neural-viz/engine";
import { display } from "../ui/quantity/display.ts";

/** A number that is given, as it's used. */
export const given = (value: number, digits: number): string => display(String(statedNumber(value, digits)));

/** A result, rounded to the digits of the exercise. */
export const result = (value: number, digits: number): string =>
  value === 0 ? "0" : display(value.toPrecision(digits));
