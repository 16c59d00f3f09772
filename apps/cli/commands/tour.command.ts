import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { projectRoot } from '#platform';
import { ProductInBrowser } from '../browser/product-in-browser';
import { assertDocumentShows, writeTimes, type StepTime } from '../tour/tour-document';
import { pictureOf } from '../tour/tour-picture';
import { TOUR_STEPS } from '../tour/tour-steps';
import { TourWalk } from '../tour/tour-walk';

/** As many as a first visitor of the demo soon has; the pictures come without long waits. */
const DRAWS = { WHOLETIME_DRAWS: '200' };

/** Adds `tour` to the program. */
export function registerTour(program: Command): void {
  program
    .command('tour')
    .description(
      'Walk from an ESR extract to a submitted plan in a browser, and picture each step in docs/tour',
    )
    .action(takeTour);
}

async function takeTour(): Promise<void> {
  assertDocumentShows(TOUR_STEPS);
  const folder = join(projectRoot(), 'docs/tour');
  await mkdir(folder, { recursive: true });
  const started = Date.now();
  const times: StepTime[] = [];
  await ProductInBrowser.use(async (product) => {
    const people = new TourWalk(product);
    for (const step of TOUR_STEPS) {
      const before = Date.now();
      const page = await step.walk(people);
      const seconds = (Date.now() - before) / 1_000;
      times.push({ picture: step.picture, seconds });
      await writeFile(join(folder, `${step.picture}.webp`), await pictureOf(page));
      process.stdout.write(`${seconds.toFixed(1).padStart(7)} s  ${step.picture}\n`);
    }
  }, DRAWS);
  writeTimes(times);
  process.stdout.write(
    `${((Date.now() - started) / 1_000).toFixed(1).padStart(7)} s  in all, with the start\n`,
  );
}
