/** Hands a file to the browser to keep. */
export function downloadFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click: it must still be there then.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file name of parts: lower case, hyphens between words, nothing that a file system refuses. */
export function fileName(parts: readonly string[], extension: string): string {
  const words = parts.map((part) =>
    part
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, ''),
  );
  return `${words.filter((word) => word !== '').join('-')}.${extension}`;
}
