const LONGEST_FILE_NAME = 255;

/** The last part of a name, without what a browser or an attacker puts before it. */
export function plainFileName(fileName: string): string {
  const name =
    fileName
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .trim() ?? '';
  return name === '' ? 'upload.csv' : name.slice(0, LONGEST_FILE_NAME);
}
