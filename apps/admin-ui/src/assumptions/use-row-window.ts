import { useEffect, useState, type RefObject, type UIEvent } from 'react';
import { usePrinting } from '../shell/use-printing';

/**
 * Grids with more cells than this draw only the rows in view: a press of an arrow takes the browser three
 * times as long where it has 3,000 cells to paint and to find the pointer in.
 */
export const WINDOWED_ABOVE = 600;
/** Rows drawn above and below those in view. */
const MARGIN = 8;
/** What a row is taken to measure, in pixels, until one has been drawn. */
const FIRST_GUESS = 34;

/** Rows to draw, or a gap of so many rows between them. */
export type RowStretch =
  | { readonly kind: 'rows'; readonly from: number; readonly to: number }
  | { readonly kind: 'gap'; readonly from: number; readonly rows: number };

/**
 * Which rows to draw: those in view, and the one that has the focus wherever it is, so that the focus is
 * never lost by scrolling.
 */
export function rowStretches(rows: number, inView: readonly [number, number], focus: number): RowStretch[] {
  const from = Math.min(Math.max(inView[0] - MARGIN, 0), rows);
  const to = Math.max(Math.min(inView[1] + MARGIN, rows), from);
  const isOutside = focus < rows && (focus < from || focus >= to);
  const drawn: [number, number][] = [[from, to]];
  if (isOutside) drawn.push([focus, focus + 1]);
  drawn.sort(([left], [right]) => left - right);
  const stretches: RowStretch[] = [];
  let next = 0;
  for (const [start, end] of [...drawn, [rows, rows] as [number, number]]) {
    if (start > next) stretches.push({ kind: 'gap', from: next, rows: start - next });
    if (end > start) stretches.push({ kind: 'rows', from: start, to: end });
    next = end;
  }
  return stretches;
}

/** Rows in view, and how high one is drawn, in pixels. */
interface InView {
  readonly from: number;
  readonly to: number;
  readonly rowHeight: number;
}

const AT_FIRST: InView = { from: 0, to: 30, rowHeight: FIRST_GUESS };

/** What a frame shows now; the last answer where it moved by less than the margin holds. */
function look(frame: HTMLElement, last: InView): InView {
  const drawn = frame.querySelector<HTMLElement>('tbody tr[aria-rowindex]');
  const rowHeight = drawn?.getBoundingClientRect().height || last.rowHeight;
  const from = Math.floor(frame.scrollTop / rowHeight);
  const to = Math.ceil((frame.scrollTop + frame.clientHeight) / rowHeight);
  const isNear = Math.abs(from - last.from) < MARGIN / 2 && Math.abs(to - last.to) < MARGIN / 2;
  return isNear && rowHeight === last.rowHeight ? last : { from, to, rowHeight };
}

/** The drawn stretches of a grid's rows and what follows the frame as it scrolls. */
export interface RowWindow {
  readonly isWindowed: boolean;
  readonly stretches: readonly RowStretch[];
  readonly rowHeight: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

interface RowWindowInput {
  readonly frame: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly columns: number;
  readonly focus: number;
}

/** Follows which rows of a long grid are in view; a short grid is drawn whole, and any on paper. */
export function useRowWindow({ frame, rows, columns, focus }: RowWindowInput): RowWindow {
  const isPrinting = usePrinting();
  const isWindowed = rows * columns > WINDOWED_ABOVE && !isPrinting;
  const [inView, setInView] = useState(AT_FIRST);
  useEffect(() => {
    const element = frame.current;
    if (element === null || !isWindowed) return undefined;
    const observer = new ResizeObserver(() => setInView((last) => look(element, last)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, isWindowed]);
  const { from, to, rowHeight } = inView;
  return {
    isWindowed,
    rowHeight,
    stretches: isWindowed ? rowStretches(rows, [from, to], focus) : [{ kind: 'rows', from: 0, to: rows }],
    onScroll: ({ currentTarget }) => {
      if (isWindowed) setInView((last) => look(currentTarget, last));
    },
  };
}
