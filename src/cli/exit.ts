/** What the exit code says. When several hold, the first in this order wins: wrongCall, findings, refused, done. */
export const EXIT = {
  done: 0,
  /** `--fail-on` found what it was asked to look for. */
  findings: 1,
  /** The command was called wrongly; nothing was done. */
  wrongCall: 2,
  /** Some inputs were refused; the rest was done. */
  refused: 3,
  /** A fault of Stemma's own. */
  fault: 70,
} as const

/** The command was called wrongly; the message says what, where and what to do. */
export class CallError extends Error {}
