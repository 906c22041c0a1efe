/** Writes to standard output and waits for a reader who is slower than the work, so that nothing piles up in memory. */
export async function writeOut(printed: string | Uint8Array): Promise<void> {
  if (process.stdout.write(printed)) return
  await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()))
}
