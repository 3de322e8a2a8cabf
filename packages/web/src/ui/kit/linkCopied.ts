/** What is said of a link once it has been copied. */
import { messages } from "#text/share";
import { count } from "./text.ts";

/** A link to a page that was opened from a file works nowhere else, and the sentence says what does. */
export function linkCopied(link: string): string {
  const length = count(link.length);
  return link.startsWith("file:") ? messages.linkToFileCopied(length) : messages.linkCopied(length);
}
