import type { Article } from "../src/article/article.ts"

/** An English article of which nothing is known: tests say what matters to them. */
export const BLANK: Article = {
  id: "a",
  source: "a.txt",
  record: false,
  outlet: null,
  title: null,
  headline: null,
  byline: null,
  published: null,
  language: "en",
  url: null,
  text: "",
  blocks: [],
  links: [],
  emphasis: [],
  turns: [],
  place: null,
  revisionOf: null,
}
