import type { Page } from 'playwright-core';

/** Long enough for a press to be answered in full before the next. */
const REST_MILLISECONDS = 150;

type Kind = 'keydown' | 'paste';

/** Notes, of each event, how long after it the browser had the next frame ready. */
const NOTE_FRAMES = `
  if (window.framesAfter === undefined) {
    window.framesAfter = { keydown: [], paste: [] };
    for (const kind of Object.keys(window.framesAfter)) {
      window.addEventListener(kind, ({ key, timeStamp }) => {
        if (key === 'Control') return;
        requestAnimationFrame(() => {
          const afterFrame = new MessageChannel();
          afterFrame.port1.onmessage = () => window.framesAfter[kind].push(performance.now() - timeStamp);
          afterFrame.port2.postMessage(null);
        });
      }, { capture: true });
    }
  }`;

/**
 * Milliseconds from the event of each act to the end of the frame that follows it, as the page itself sees
 * them: handlers, style, layout and paint, and the wait for the frame.
 */
export async function framesAfter(
  page: Page,
  kind: Kind,
  acts: readonly (() => Promise<unknown>)[],
): Promise<readonly number[]> {
  const noted = `window.framesAfter.${kind}`;
  await page.evaluate(NOTE_FRAMES);
  const measured: number[] = [];
  for (const act of acts) {
    await page.evaluate(`${noted}.length = 0`);
    await act();
    measured.push(await onceThere<number>(page, `${noted}[0]`));
    await page.waitForTimeout(REST_MILLISECONDS);
  }
  return measured;
}

/** The value of an expression in the page as soon as it has one; the page's security policy forbids more. */
export function onceThere<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate<T>(`new Promise((resolve) => {
    const look = () => {
      const value = ${expression};
      if (value === undefined || value === null) setTimeout(look, 5);
      else resolve(value);
    };
    look();
  })`);
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that so much of all values lie at or under. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((left, right) => left - right);
  return ordered[Math.min(Math.ceil(share * ordered.length), ordered.length) - 1] ?? NaN;
}
