/** The values a number may take. */
export interface Limits {
  readonly above?: number; // value > above
  readonly from?: number; // value ≥ from
  readonly below?: number; // value < below
  readonly to?: number; // value ≤ to
}

/** What is wanted of a number that is not within limits ("a number above 0 and at most 100"); undefined when it is. */
export function wantedOf(value: unknown, { above, from, below, to }: Limits): string | undefined {
  const fits =
    typeof value === "number" &&
    !Number.isNaN(value) &&
    (above === undefined || value > above) &&
    (from === undefined || value >= from) &&
    (below === undefined || value < below) &&
    (to === undefined || value <= to);
  if (fits) return undefined;
  const parts = [
    above === undefined ? "" : `above ${above}`,
    from === undefined ? "" : `at least ${from}`,
    below === undefined ? "" : `below ${below}`,
    to === undefined ? "" : `at most ${to}`,
  ].filter((part) => part !== "");
  return `a number ${parts.join(" and ")}`;
}
