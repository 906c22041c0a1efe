/** Why a file cannot be read or written, in a reader's words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it, or the folder it should be in, does not exist",
  EISDIR: "it is a folder",
  ENOTDIR: "what should be a folder is a file",
  EEXIST: "a file of that name is in the way",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "nothing can be written there",
  ENOSPC: "the disk is full",
}
