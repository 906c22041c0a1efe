/** Writes to standard output and waits for a reader who is slower than the work, so that nothing piles up in memory. */
export async function writeOut(text: string): Promise<void> {
  if (process.stdout.write(text)) return
  await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()))
}
