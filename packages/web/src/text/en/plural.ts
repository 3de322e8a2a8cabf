/** Numbers with words that agree with them. */
const cardinals = new Intl.PluralRules("en");

/** A count and what is counted: 1 point, 2 points. */
export function plural(count: number, forms: { one: string; other: string }): string {
  return `${count} ${cardinals.select(count) === "one" ? forms.one : forms.other}`;
}
