/** Counts and ranks in English. What they say is shown, and never compared or linked: platforms may differ in it. */
const cardinal = new Intl.PluralRules("en");
const ranks = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: "st", two: "nd", few: "rd" };

/** A count with the form of its noun: "1 point", "200 points". */
export function plural(count: number, forms: { readonly one: string; readonly other: string }): string {
  return `${count} ${cardinal.select(count) === "one" ? forms.one : forms.other}`;
}

/** A place in a row: 1st, 2nd, 3rd, 4th, 11th, 21st. */
export function ordinal(place: number): string {
  return `${place}${endings[ranks.select(place)] ?? "th"}`;
}
