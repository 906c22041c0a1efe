/** Work shorter than this passes without a word, in milliseconds. */
const QUIET_TIME = 1000
/** Between two lines where the stream is not a terminal, in milliseconds. */
const LINE_TIME = 5000
/** Between two redraws of the line on a terminal, in milliseconds. */
const REDRAW_TIME = 100

/** One line on stderr that says how far the work is; nothing for work that is quickly done. */
export interface Progress {
  readonly tell: (what: string, done: number, total: number) => void
  readonly end: () => void
}

export const SILENT: Progress = { tell: () => {}, end: () => {} }

/** A progress line for a stream: redrawn on a terminal, a line now and then elsewhere. */
export function startProgress(stream: NodeJS.WriteStream): Progress {
  const interval = stream.isTTY ? REDRAW_TIME : LINE_TIME
  let next = performance.now() + QUIET_TIME
  let isShown = false
  return {
    tell(what, done, total) {
      if (performance.now() < next) return
      next = performance.now() + interval
      const line = total > 1 ? `${what}: ${done} of ${total}` : `${what} …`
      stream.write(stream.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
      isShown = true
    },
    end() {
      if (isShown && stream.isTTY) stream.write("\r\x1b[K")
      isShown = false
    },
  }
}
