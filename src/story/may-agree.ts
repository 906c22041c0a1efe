import type { Figure } from "./figure.ts"

/** How far from a number that is said to be near it the true one may lie, as a share of it. */
const NEAR = 0.15

/** "More than 20" may be 40, and "up to 20" 10: nobody is wrong before that, though the pages tell different things. */
const FAR = 2

/** Whether both can be right as they are given: "nearly 20" and 18, "more than 8,000" and 8,100, 8,137 and 8,100, 47.3 and 47. */
export function mayAgree(a: Figure, b: Figure): boolean {
  const [lowA, highA] = boundsOf(a)
  const [lowB, highB] = boundsOf(b)
  if (lowA <= highB && lowB <= highA) return true
  return Number.isInteger(a.value) !== Number.isInteger(b.value) && Math.abs(a.value - b.value) < 1
}

function boundsOf({ value, high, exactness }: Figure): [number, number] {
  const top = high ?? value
  const step = roundingOf(value)
  switch (exactness) {
    case "under":
      return [value / FAR, top]
    case "over":
      return [value, top * FAR]
    case "about":
      return [value * (1 - NEAR), top * (1 + NEAR)]
    case "exact":
      return [value - step / 2, top + step / 2]
  }
}

/** The step to which a printed number was rounded, as its zeros tell: 100 for 8,100. Small numbers are exact. */
function roundingOf(value: number): number {
  if (!Number.isInteger(value) || value < 100) return 0
  let step = 1
  while (value % (step * 10) === 0) step *= 10
  return step
}
