import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import type { TourStep } from './tour-step';

const IMAGE = /!\[(?<caption>[^\]]*)\]\(tour\/(?<picture>[a-z-]+)\.webp\)/g;

/** The pictures that the text of the tour shows, in its order: name and caption. */
export function picturesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(IMAGE)].map(({ groups }) => `${groups?.['picture']}: ${groups?.['caption']}`);
}

/** @throws Error where the text of the tour and its steps do not have the same pictures and captions */
export function assertDocumentShows(steps: readonly TourStep[]): void {
  const shown = picturesIn(readFileSync(join(projectRoot(), 'docs/tour.md'), 'utf8'));
  const taken = steps.map(({ picture, caption }) => `${picture}: ${caption}`);
  const differ = taken.findIndex((text, index) => text !== shown[index]);
  if (differ < 0 && shown.length === taken.length) return;
  const at = differ < 0 ? taken.length : differ;
  throw new Error(
    `docs/tour.md shows "${shown[at] ?? 'nothing more'}" where the tour has "${taken[at] ?? 'no further step'}".`,
  );
}
