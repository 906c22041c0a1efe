/** Words that stand in every story and tell none from another. */
const COMMON: ReadonlySet<string> = new Set(
  (
    "a an the of to in on for and or but with at by from as is are was were be been being it its this that these those he she they we you i " +
    "his her their our your my him them us me who which what when where why how not no nor so if than then there here into out up down over " +
    "under about after before between during against through while also just only very more most less least such same other another own s t d " +
    "ll re ve m said says say told will would can could should may might must shall do does did done have has had having new one two first " +
    "year years day days time people mr mrs ms"
  ).split(" "),
)

/** The term of a word's compared form, common endings cut; null for words that tell nothing. */
export function maybeTerm(norm: string): string | null {
  return norm.length < 2 || COMMON.has(norm) ? null : stem(norm)
}

/** Cuts the endings of plural, -ing and -ed: coarse, for words only meet words cut in the same way. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word
  return cutSilentE(cutDoubled(cutVerbEnding(cutPlural(word.replace(/'s$/, "")))))
}

function cutPlural(word: string): string {
  if (word.endsWith("ies") && word.length > 5) return `${word.slice(0, -3)}y`
  if (/(?:sh|ch|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

function cutVerbEnding(word: string): string {
  if (word.endsWith("ing") && word.length > 6) return word.slice(0, -3)
  return word.endsWith("ed") && word.length > 5 ? word.slice(0, -2) : word
}

function cutDoubled(word: string): string {
  return word.length > 4 && /([bdfgkmnprt])\1$/.test(word) ? word.slice(0, -1) : word
}

function cutSilentE(word: string): string {
  return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word
}
