/** An id made from what it names, so that the same input has the same ids everywhere: FNV-1a, 64 bits. */
export function stableId(prefix: string, ...parts: readonly (string | number)[]): string {
  let low = 0x84222325
  let high = 0xcbf29ce4
  const mix = (unit: number): void => {
    low = (low ^ unit) >>> 0
    // Times the FNV prime 0x100000001b3, in two halves: low * 0x1b3 and low << 8 carried into the high half.
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0
    low = product >>> 0
  }
  for (const part of parts) {
    const text = String(part)
    for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i))
    mix(0xffff)
  }
  const hex = (half: number): string => half.toString(16).padStart(8, "0")
  return `${prefix}${hex(high)}${hex(low)}`
}
