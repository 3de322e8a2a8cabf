/** How lines of numbers look on the screen. */

/** A calculator's ASCII as it is printed on the page. */
export function display(text: string): string {
  return text
    .replaceAll(/e([+-]?)(\d+)/g, (_, sign: string, digits: string) => {
      const power = digits.replaceAll(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]!);
      return `×10${sign === "-" ? "⁻" : ""}${power}`;
    })
    .replaceAll("^2", "²")
    .replaceAll("-", "−")
    .replaceAll("*", "·")
    .replaceAll("sqrt(", "√(")
    .replaceAll("Infinity", "∞");
}
