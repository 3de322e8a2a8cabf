/** Which page is shown: the fragment of the address, unless it is a link to an experiment. */

export type Route =
  | { readonly page: "playground" }
  /** All lessons. */
  | { readonly page: "lessons" }
  /** A step of a lesson, from 1. */
  | { readonly page: "lesson"; readonly name: string; readonly step: number }
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

/** Whether a fragment is a link to an experiment: its JSON, percent-encoded or not. */
export function isLink(fragment: string): boolean {
  return /^#?(%7B|\{)/.test(fragment);
}

/** The fragment of a route, with its #. The playground's fragment is a link, which is written elsewhere. */
export function fragmentOf(route: Exclude<Route, { page: "playground" }>): string {
  return route.page === "lesson" ? `#lesson/${route.name}/${route.step}` : `#${route.page}`;
}
