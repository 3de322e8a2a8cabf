/** Which page is shown: the fragment of the address, unless it is a link to an experiment. */

export type Route =
  | { readonly page: "playground" }
  /** All lessons. */
  | { readonly page: "lessons" }
  /** A step of a lesson, from 1. */
  | { readonly page: "lesson"; readonly name: string; readonly step: number }
  /** An exercise, which the fragment holds: the address without its #. */
  | { readonly page: "exercise"; readonly fragment: string }
  /** The misconception check. */
  | { readonly page: "check" }
  /** Questions and exercises. */
  | { readonly page: "exercises" }
  /** Every symbol, formula, color and mark. */
  | { readonly page: "reference" };

export const playground: Route = { page: "playground" };

/**
 * The route of an address's fragment, with its #. A link or an empty fragment leads to the playground; an unknown one
 * is undefined.
 */
export function routeOf(fragment: string): Route | undefined {
  if (isExercise(fragment)) return { page: "exercise", fragment: fragment.replace(/^#/, "") };
  const [page = "", name = "", step = ""] = fragment.replace(/^#/, "").split("/");
  switch (page) {
    case "lessons":
    case "check":
    case "exercises":
    case "reference":
      return { page };
    case "lesson":
      return { page, name, step: Math.max(1, Math.trunc(Number(step)) || 1) };
    default:
      return page === "" || isLink(fragment) ? playground : undefined;
  }
}

/** Whether a fragment names a part of the page, as the skip link does. */
export function isAnchor(fragment: string): boolean {
  return /^#?main$/.test(fragment);
}

/** How many characters of a fragment say what it links to. */
const START = 200;

/** Whether a fragment is a link to an exercise: `{"version":1,"exercise":…`, percent-encoded or not. */
function isExercise(fragment: string): boolean {
  const start = fragment.slice(0, START).replaceAll(/\s|%20|%0A/gi, "");
  return /^#?(?:%7B|\{)(?:(?:%22|")version(?:%22|")(?::|%3A)\d+(?:,|%2C))?(?:%22|")exercise(?:%22|")/i.test(
    start,
  );
}

/** Whether a fragment is a link to an experiment or an exercise: its JSON, percent-encoded or not. */
export function isLink(fragment: string): boolean {
  return /^#?(%7B|\{)/.test(fragment);
}

/** The fragment of a route, with its #. The playground's fragment is a link, which is written elsewhere. */
export function fragmentOf(route: Exclude<Route, { page: "playground" }>): string {
  if (route.page === "exercise") return `#${route.fragment}`;
  return route.page === "lesson" ? `#lesson/${route.name}/${route.step}` : `#${route.page}`;
}
