import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Rectangle } from './grid/selection';

/** Moves the handle to the corner of a cell; out of sight where the cell isn't drawn. */
function place(handle: HTMLElement, frame: HTMLElement, position: string): void {
  const cell = frame.querySelector(`[data-position="${position}"]`);
  handle.hidden = cell === null;
  if (cell === null) return;
  const [corner, outer] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()];
  const right = corner.right - outer.left - frame.clientLeft + frame.scrollLeft;
  const bottom = corner.bottom - outer.top - frame.clientTop + frame.scrollTop;
  handle.style.transform = `translate(${right}px, ${bottom}px)`;
}

interface FillHandleProps {
  /** What the grid scrolls in. */
  readonly frame: RefObject<HTMLElement | null>;
  /** The selection, at whose lower right corner the handle sits. */
  readonly corner: Pick<Rectangle, 'bottom' | 'right'>;
}

/**
 * The corner from which a selection can be dragged on. It lies over the table: a cell that takes it in and
 * lets it go would have the whole table laid out again at each press of an arrow.
 */
export function FillHandle({ frame, corner }: FillHandleProps) {
  const handle = useRef<HTMLSpanElement>(null);
  const position = `${corner.bottom},${corner.right}`;
  const follow = useEffectEvent(() => {
    if (handle.current !== null && frame.current !== null) place(handle.current, frame.current, position);
  });
  useLayoutEffect(() => follow());
  useEffect(() => {
    const onResize = () => follow();
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return <span ref={handle} className="wt-fill-handle" data-fill-handle="" aria-hidden="true" />;
}
