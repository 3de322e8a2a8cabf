/** What the pages are called. */
export const pageWords = {
  titles: {
    playground: "Neural-Viz: watch a real neural network learn",
    lessons: "Lessons · Neural-Viz",
    lesson: "Lesson · Neural-Viz",
    check: "Ten beliefs · Neural-Viz",
    reference: "Reference · Neural-Viz",
  },
  links: { playground: "Playground", lessons: "Lessons", reference: "Reference" },
  pages: "Pages",
  skip: "Skip to the page",
};
