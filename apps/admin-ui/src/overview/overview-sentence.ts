import type { Overview, OverviewStaffGroup } from '../api/types';
import { yearEnd } from '../words/dates';
import { formatCount, formatPercent, formatQuantity } from '../words/numbers';

const NO_FIGURES = 'There are no figures for this staff group.';

function changeWords(from: number, to: number): string {
  const change = to - from;
  if (Math.abs(change) < 0.5) return 'the same as';
  const share = from > 0 ? ` (${formatPercent(Math.abs(change) / from)})` : '';
  return `${formatCount(Math.abs(change))} WTE${share} ${change > 0 ? 'more' : 'fewer'} than`;
}

function gapSentence(staffInPost: number, requirement: number | null): string {
  if (requirement === null) return 'No requirement is loaded, so no gap can be shown.';
  const gap = requirement - staffInPost;
  if (Math.abs(gap) < 0.5) return `That meets the requirement of ${formatCount(requirement)} WTE.`;
  const share = requirement > 0 ? ` (${formatPercent(Math.abs(gap) / requirement)})` : '';
  const side = gap > 0 ? 'below' : 'above';
  return `That is ${formatCount(Math.abs(gap))} WTE${share} ${side} the requirement of ${formatCount(requirement)} WTE.`;
}

/** How much of a place its total covers, where that isn't all of it. */
function coverageWords({ coverage }: Overview): string {
  const { organisationsIncluded, organisationsExpected } = coverage;
  if (organisationsIncluded >= organisationsExpected) return '';
  return ` (${organisationsIncluded} of ${formatQuantity(organisationsExpected, 'organisation')})`;
}

/**
 * The finding in words: staff in post at the end of the plan, its change since the start, and how it
 * stands to the requirement.
 */
export function overviewSentence(overview: Overview, group: OverviewStaffGroup): string {
  const first = overview.years[0];
  const last = overview.years.at(-1);
  const opening = group.lines.staffInPost[0];
  const closing = group.lines.staffInPost[overview.years.length - 1];
  if (first === undefined || last === undefined) return NO_FIGURES;
  if (typeof opening !== 'number' || typeof closing !== 'number') return NO_FIGURES;
  const place = overview.organisation.name + coverageWords(overview);
  const who = group.code === 'all-staff' ? place : `${place}, ${group.name},`;
  const change = changeWords(opening, closing);
  const requirement = group.lines.requirement[overview.years.length - 1] ?? null;
  return (
    `By ${yearEnd(last.year)}, ${who} is projected to have ${formatCount(closing)} WTE staff in post, ` +
    `${change} at ${yearEnd(first.year)}. ${gapSentence(closing, requirement)}`
  );
}
