/** An id made from what it names, so that the same input has the same ids everywhere: FNV-1a, 64 bits. */
export function stableId(prefix: string, ...parts: readonly (string | number)[]): string {
  return idOf(prefix, parts.reduce(mixIn, SEED))
}

/** The ids, as `stableId` makes them, of many things that have their first part in common: it is read once. */
export function idsWithin(prefix: string, first: string): (parts: readonly number[]) => string {
  const common = mixIn(SEED, first)
  return (parts) => idOf(prefix, parts.reduce(mixIn, common))
}

/** A number of 64 bits. */
interface Hash {
  readonly low: number
  readonly high: number
}

const SEED: Hash = { low: 0x84222325 | 0, high: 0xcbf29ce4 | 0 }
/** Stands behind each part, so that “ab”, “c” are not “a”, “bc”. */
const PART_END = 0xffff

function mixIn({ low, high }: Hash, part: string | number): Hash {
  const text = String(part)
  for (let i = 0; i <= text.length; i++) {
    low ^= i < text.length ? text.charCodeAt(i) : PART_END
    // Times the FNV prime 0x100000001b3: in steps of 16 bits, whose products stay whole numbers of 32, and low << 8
    // carried into the high half.
    const first = (low & 0xffff) * 0x1b3
    const second = (low >>> 16) * 0x1b3 + (first >>> 16)
    high = (Math.imul(high, 0x1b3) + (second >>> 16) + (low << 8)) | 0
    low = (second << 16) | (first & 0xffff)
  }
  return { low, high }
}

const DIGITS: readonly number[] = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0))
/** The digits of the id that is being written: one string is made of all, where sums of strings would be many. */
const written: number[] = Array.from({ length: 16 }, () => 0)

function idOf(prefix: string, { low, high }: Hash): string {
  writeDigits(0, high)
  writeDigits(8, low)
  return prefix + String.fromCharCode(...written)
}

function writeDigits(at: number, half: number): void {
  for (let k = 0; k < 8; k++) written[at + k] = DIGITS[(half >>> (28 - 4 * k)) & 0xf]!
}
