import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';

const FIGURES = 'a[data-figure]';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The links of figures by table row; rows without any are left out. */
function rowsOf(region: HTMLElement): HTMLElement[][] {
  return [...region.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>(FIGURES)])
    .filter((links) => links.length > 0);
}

/** The figure a step away from another; null at the edge. */
function neighbour(region: HTMLElement, from: Element, [down, right]: readonly [number, number]) {
  const rows = rowsOf(region);
  const row = rows.findIndex((links) => links.some((link) => link === from));
  const column = rows[row]?.findIndex((link) => link === from) ?? -1;
  const target = rows[row + down];
  if (target === undefined || column < 0) return null;
  return target[down === 0 ? column + right : Math.min(column, target.length - 1)] ?? null;
}

function makeReachable(region: HTMLElement, reachable: Element | undefined): void {
  for (const link of region.querySelectorAll<HTMLElement>(FIGURES))
    link.tabIndex = link === reachable ? 0 : -1;
}

/**
 * A scrolling table whose figures are links: together they are one stop of the Tab key, and arrows move
 * between them.
 */
export function FigureRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = region.current;
    if (host === null) return;
    const links = [...host.querySelectorAll<HTMLElement>(FIGURES)];
    makeReachable(host, links.find((link) => link === document.activeElement) ?? links[0]);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key];
    const from = event.target as HTMLElement;
    if (step === undefined || !from.matches(FIGURES) || region.current === null) return;
    event.preventDefault();
    neighbour(region.current, from, step)?.focus();
  };
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (region.current !== null && event.target.matches(FIGURES)) makeReachable(region.current, event.target);
  };
  return (
    <div
      ref={region}
      className="wt-scroll"
      role="region"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {children}
    </div>
  );
}
