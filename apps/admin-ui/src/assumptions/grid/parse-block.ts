import { parse } from 'papaparse';
import type { Block } from './clipboard-block';

/**
 * Reads a block as a spreadsheet copies it: tabs between cells, CRLF or LF between rows, quoted cells,
 * a line break after the last row.
 */
export function parseBlock(text: string): Block {
  const body = text.replace(/(?:\r\n|\r|\n)$/, '');
  return parse<string[]>(body, { delimiter: '\t' }).data;
}
