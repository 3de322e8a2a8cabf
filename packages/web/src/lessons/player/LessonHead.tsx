import { messages } from "#text/lessons";
import { lessonOf, lessons } from "../index.ts";
import * as styles from "./Lesson.module.css";

/** The title of the lesson, instead of the sentence. */
export function LessonHead({ name }: { name: string }) {
  const number = Object.keys(lessons).indexOf(name) + 1;
  const title = lessonOf(name)?.title;
  if (title === undefined) return <h1>{messages.title}</h1>;
  return (
    <h1 className={styles.title}>
      <span>{messages.lesson(number)}</span> {title}
    </h1>
  );
}
