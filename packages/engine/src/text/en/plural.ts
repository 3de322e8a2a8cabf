/** Counts and ranks in English, for display only: Intl.PluralRules may differ between platforms. */
const cardinal = new Intl.PluralRules("en");
const ranks = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: "st", two: "nd", few: "rd" };

/** A whole number with separators: 10,000. */
const grouped = (count: number): string => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");

/** A count with the form of its noun: "1 point", "5,000 points". */
export function plural(count: number, forms: { readonly one: string; readonly other: string }): string {
  return `${grouped(count)} ${cardinal.select(count) === "one" ? forms.one : forms.other}`;
}

/** A rank: 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(rank: number): string {
  return `${grouped(rank)}${endings[ranks.select(rank)] ?? "th"}`;
}
