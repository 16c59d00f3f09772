/** What keeps a file of the person from being read or written, and what helps. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder. Check the name.',
  ENOTDIR: 'a part of the path is a file, not a folder. Check the name.',
  EISDIR: 'that is a folder. Name a file.',
  EACCES: 'you may not read or write it. Choose another place or change its permissions.',
  EROFS: 'that file system can only be read. Choose another place.',
  ENOSPC: 'the disk is full. Free some space and try again.',
};

/** A fault of the file system in a sentence; null for any other error. */
export function fileFault(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code = '', path } = error as NodeJS.ErrnoException;
  const fault = FAULTS[code];
  return fault === undefined || path === undefined ? null : `${path}: ${fault}`;
}
