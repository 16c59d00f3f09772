import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import type { TourStep } from './tour-step';

const DOCUMENT = join(projectRoot(), 'docs/tour.md');
const TIMES = '## How long the steps take';
const IMAGE = /!\[(?<caption>[^\]]*)\]\(tour\/(?<picture>[a-z-]+)\.webp\)/g;

/** The pictures that the text of the tour shows, in its order: name and caption. */
export function picturesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(IMAGE)].map(({ groups }) => `${groups?.['picture']}: ${groups?.['caption']}`);
}

/** @throws Error where the text of the tour and its steps do not have the same pictures and captions */
export function assertDocumentShows(steps: readonly TourStep[]): void {
  const shown = picturesIn(readFileSync(DOCUMENT, 'utf8'));
  const taken = steps.map(({ picture, caption }) => `${picture}: ${caption}`);
  const differ = taken.findIndex((text, index) => text !== shown[index]);
  if (differ < 0 && shown.length === taken.length) return;
  const at = differ < 0 ? taken.length : differ;
  throw new Error(
    `docs/tour.md shows "${shown[at] ?? 'nothing more'}" where the tour has "${taken[at] ?? 'no further step'}".`,
  );
}

/** How long a step took, in seconds. */
export interface StepTime {
  readonly picture: string;
  readonly seconds: number;
}

/** The text of the tour with what its steps took at its end, in place of what they took before. */
export function withTimes(markdown: string, times: readonly StepTime[]): string {
  const [text = ''] = markdown.split(TIMES);
  const all = times.reduce((sum, { seconds }) => sum + seconds, 0);
  const rows = [...times, { picture: 'in all', seconds: all }].map(
    ({ picture, seconds }) => `| ${picture} | ${seconds.toFixed(1)} |`,
  );
  const about =
    'Measured by the command that took the pictures: what the product and the browser needed, without thinking and\nwriting, on a machine of two cores that did other work as well.';
  const table = ['| step | seconds |', '| --- | ---: |', ...rows].join('\n');
  return `${text.trimEnd()}\n\n${TIMES}\n\n${about}\n\n${table}\n`;
}

/** Writes down what the steps took. */
export function writeTimes(times: readonly StepTime[]): void {
  writeFileSync(DOCUMENT, withTimes(readFileSync(DOCUMENT, 'utf8'), times));
}
