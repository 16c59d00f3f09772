import { isFigure } from '#modules/report-layout';
import { cellText } from '../content/words';
import type { PaperTable } from '../paper';

/** Characters that fit beside one another on a page, margins of cells taken off. */
const LINE = 104;
/** Characters that the margins of a cell take. */
const MARGIN = 3;
/** Hashes and ids break anywhere: they claim no more than this. */
const LONGEST_WORD = 20;

type Table = PaperTable['table'];

/** Share of the width that each column takes: room for its longest word, the rest by how much stands in it. */
export function columnShares({ columns, rows }: Table): readonly number[] {
  const contents = columns.map((column, place) => {
    const texts = rows.map((row) => (row[place] === undefined ? '' : cellText(row[place])));
    // A long heading breaks over two lines, not more.
    const longest = Math.max(column.label.length / 1.6, ...texts.map((text) => text.length));
    const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
    return {
      word:
        Math.max(longestWord(column.label, true), ...texts.map((text) => longestWord(text, false))) + MARGIN,
      text: Math.min(longest, Math.max(mean * 1.3, 18)) + MARGIN,
    };
  });
  const words = contents.map(({ word }) => word);
  const spare = Math.max(0, LINE - sumOf(words));
  const wishes = contents.map(({ word, text }) => Math.max(0, text - word));
  const wished = sumOf(wishes);
  const widths = words.map(
    (word, place) => word + (wished === 0 ? 0 : (spare * (wishes[place] ?? 0)) / wished),
  );
  const total = sumOf(widths);
  return widths.map((width) => width / total);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Headings are bold, and so wider. */
function longestWord(text: string, isBold: boolean): number {
  const longest = Math.max(...text.split(/[\s-]+/).map((word) => Math.min(word.length, LONGEST_WORD)));
  return isBold ? longest * 1.08 : longest;
}

const FIGURE_TEXT = /^[-£]*[\d,.]{1,15}m?$|^[c–]$/;

/** Figures, and texts that are figures all the way down, stand at the right of their column. */
export function isRightAligned({ columns, rows }: Table, place: number): boolean {
  const unit = columns[place]?.unit ?? 'text';
  if (place === 0) return false;
  if (isFigure({ unit })) return true;
  const texts = rows.map((row) => (row[place] === undefined ? '' : cellText(row[place])));
  return texts.some((text) => /\d/.test(text)) && texts.every((text) => FIGURE_TEXT.test(text));
}
