/** Marks that stand over the sign before them, and signs that only steer: no column of their own. */
const NO_COLUMN = /[\p{M}\p{Cf}]/u
/** Ideographs, full-width forms and emoji: two columns. */
const TWO_COLUMNS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
/** What is drawn over the emoji before it: `👩` joined to `👦` is one picture. */
const JOINED = /\u200d\P{M}/gu
/** The sign that makes a picture, two columns wide, of a sign of one. */
const AS_PICTURE = "\ufe0f"

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0
  for (const sign of text.replace(JOINED, "")) {
    if (sign === AS_PICTURE) width++
    else if (!NO_COLUMN.test(sign)) width += TWO_COLUMNS.test(sign) ? 2 : 1
  }
  return width
}
