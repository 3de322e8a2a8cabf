/** Numbers in HTML, with a real minus. */

/** A number as it is: −0.5, 1 · 10<sup>−8</sup>. */
export const numberHtml = (value: number): string =>
  String(value)
    .replaceAll("-", "−")
    .replace(/e\+?(.*)/, " · 10<sup>$1</sup>");
