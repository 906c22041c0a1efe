// `Math.min(...values)` puts every value on the stack, which a long enough list overflows.

/** The least value of some things; Infinity where there are none. */
export function leastOf<T>(things: Iterable<T>, value: (thing: T) => number): number {
  let least = Number.POSITIVE_INFINITY
  for (const thing of things) least = Math.min(least, value(thing))
  return least
}

/** The greatest value of some things; -Infinity where there are none. */
export function mostOf<T>(things: Iterable<T>, value: (thing: T) => number): number {
  let most = Number.NEGATIVE_INFINITY
  for (const thing of things) most = Math.max(most, value(thing))
  return most
}
