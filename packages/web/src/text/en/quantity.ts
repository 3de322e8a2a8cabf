import { plural } from "@neural-viz/engine";
import { points } from "./counts.ts";

export const messages = {
  // Contributions
  whatEachAdds: (count: number) =>
    `What ${count === 1 ? "the only point" : `each of the ${points(count)}`} adds to the sum, before dividing by ${count}`,
  theLargestContributions: "The largest contributions",
  theOthers: (count: number) => `the other ${count}`,
  addUpTo: (sum: string) => `add up to ${sum}`,
  contributionsOf: (count: number) =>
    `Contributions of ${points(count)}. Arrow keys read them, Enter opens one.`,

  // CalculatorMark
  calculatorAgrees: "A calculator gives the same digits",

  // Ledger
  term: "term",
  value: "value",
  runningTotal: "running total",

  // NumberLine
  onlyTheLargest: (others: number, numbers: number) =>
    `Only the largest terms are printed. ${
      numbers === 1 ? "The last number in the sum is" : "The last two numbers in the sum are"
    } the total of the other ${plural(others, { one: "term", other: "terms" })}.`,
  moreDigits: (digits: number) =>
    `Printed to ${digits} digits because these numbers nearly cancel. With fewer, a calculator would give a different result.`,

  // Quantity
  askWhereFrom: (name: string) => `Where does ${name} come from?`,
};
