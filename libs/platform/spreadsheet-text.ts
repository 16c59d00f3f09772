/** A text that a spreadsheet does not take for a formula: one that would be is made to be read as text. */
export function neutralised(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
