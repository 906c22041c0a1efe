/** An id made from what it names, so that the same input has the same ids everywhere: FNV-1a, 64 bits. */
export function stableId(prefix: string, ...parts: readonly (string | number)[]): string {
  let low = 0x84222325 | 0
  let high = 0xcbf29ce4 | 0
  const mix = (unit: number): void => {
    low ^= unit
    // Times the FNV prime 0x100000001b3: in steps of 16 bits, whose products stay whole numbers of 32, and low << 8
    // carried into the high half.
    const first = (low & 0xffff) * 0x1b3
    const second = (low >>> 16) * 0x1b3 + (first >>> 16)
    high = (Math.imul(high, 0x1b3) + (second >>> 16) + (low << 8)) | 0
    low = (second << 16) | (first & 0xffff)
  }
  for (const part of parts) {
    const text = String(part)
    for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i))
    mix(0xffff)
  }
  const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, "0")
  return `${prefix}${hex(high)}${hex(low)}`
}
