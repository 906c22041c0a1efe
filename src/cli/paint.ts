/** Colour is only ever an addition: every line must say the same without it. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly warn: (text: string) => string
  readonly good: (text: string) => string
}

const wrap =
  (open: number, close: number) =>
  (text: string): string =>
    `\x1b[${open}m${text}\x1b[${close}m`
const plain = (text: string): string => text

const COLOURED: Paint = {
  bold: wrap(1, 22),
  dim: wrap(2, 22),
  warn: wrap(31, 39),
  good: wrap(32, 39),
}
const PLAIN: Paint = { bold: plain, dim: plain, warn: plain, good: plain }

/** Colours where a person looks at them: a terminal, without `--no-color` and `NO_COLOR` (https://no-color.org). */
export function choosePaint(stream: NodeJS.WriteStream, color: boolean): Paint {
  return paintFor(isColoured(stream, color))
}

export function isColoured(stream: NodeJS.WriteStream, color: boolean): boolean {
  return color && !process.env.NO_COLOR && process.env.TERM !== "dumb" && stream.isTTY
}

export function paintFor(isColoured: boolean): Paint {
  return isColoured ? COLOURED : PLAIN
}
