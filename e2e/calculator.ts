/** A pocket calculator: evaluates a printed line with JavaScript's own functions, and rounds as the line does. */

/** The left side of "=", evaluated and rounded to the digits of the right side; and the right side. */
export function evaluateLine(line: string): { readonly value: number; readonly result: number } {
  const ascii = line
    .replace("✓", "")
    .replaceAll("−", "-")
    .replaceAll("·", "*")
    .replaceAll("√", "sqrt")
    .replaceAll(/×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (_, power: string) => {
      const digits = power.replaceAll(/./g, (c) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)]!);
      return `e${digits}`;
    });
  const [left = "", right = ""] = ascii.split("=");
  const value = parse(left.replaceAll(/\s+/g, ""));
  return { value: Number(value.toPrecision(4)), result: Number(right.trim()) };
}

const functions = new Map([
  ["exp", Math.exp],
  ["ln", Math.log],
  ["sin", Math.sin],
  ["tanh", Math.tanh],
  ["sqrt", Math.sqrt],
]);

/** Sums of products of powers of numbers, brackets and function calls. */
function parse(text: string): number {
  let at = 0;
  const peek = (): string => text[at] ?? "";
  const sum = (): number => {
    let value = product();
    while (peek() === "+" || peek() === "-")
      value = text[at++] === "+" ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = power();
    while (peek() === "*" || peek() === "/") value = text[at++] === "*" ? value * power() : value / power();
    return value;
  };
  const power = (): number => {
    const base = atom();
    if (peek() !== "^") return base;
    at += 1;
    return base ** atom();
  };
  const atom = (): number => {
    const call = /^(exp|ln|sin|tanh|sqrt)?\(/.exec(text.slice(at));
    if (call !== null) {
      at += call[0].length;
      const inner = sum();
      at += 1; // the closing bracket
      return functions.get(call[1] ?? "")?.(inner) ?? inner;
    }
    if (text.startsWith("-(", at)) {
      at += 1;
      return -atom();
    }
    const number = /^-?\d+(\.\d+)?(e-?\d+)?/.exec(text.slice(at));
    if (number === null) throw new Error(`No number at ${at} of ${text}`);
    at += number[0].length;
    return Number(number[0]);
  };
  const value = sum();
  if (at !== text.length) throw new Error(`Something is left over at ${at} of ${text}`);
  return value;
}
