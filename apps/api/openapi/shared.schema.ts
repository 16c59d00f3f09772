import { id, instant, nullable, number, object, oneOf, string } from './schema';

/** An organisation as lists and headings show it. */
export const ORGANISATION = object({ id, code: string, name: string, type: string });

/** How far what is published is from what has been entered. */
export const FRESHNESS = object({
  state: oneOf('up-to-date', 'recalculating', 'failed', 'never-run'),
  publishedAt: nullable(instant),
  runId: nullable(id),
  progress: nullable(number),
  message: nullable(string),
});
