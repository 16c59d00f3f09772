import { askedSum, leavesBelow, sumIn, type AskedSum } from '#modules/report-layout';
import { NotFoundError } from '#platform';
import type { Overview } from '#projections';
import { sourceOfOverview } from './overview-view';
import type { View } from './view';
import { column, tableOf } from './view-rows';

interface Question {
  readonly staffGroup: string;
  readonly measure: string;
  readonly month: string;
}

/** Whether a figure of an overview is a sum: of staff groups, or of organisations. */
export function isSumIn({ result, staffGroups }: Overview, staffGroup: string): boolean {
  const group = staffGroups.find(({ code }) => code === staffGroup);
  return result !== null && (result.kind !== 'run' || group?.isLeaf === false);
}

function partsOf(
  overview: Overview,
  organisations: readonly Overview[],
  { staffGroup }: Question,
  asked: AskedSum,
) {
  if (overview.result?.kind === 'run') {
    return leavesBelow(overview.staffGroups, staffGroup).map(({ code, name }) => ({
      part: name,
      value: sumIn(overview.staffGroups, code, asked),
    }));
  }
  return organisations.map(({ organisation, staffGroups }) => ({
    part: organisation.name,
    value: sumIn(staffGroups, staffGroup, asked),
  }));
}

/**
 * What a sum is made of.
 *
 * @param organisations in a sum of organisations that the person may see
 * @throws NotFoundError for a measure or a month whose sums are not kept
 */
export function sumView(overview: Overview, organisations: readonly Overview[], question: Question): View {
  const asked = askedSum(question, overview.years);
  if (asked === null) throw new NotFoundError('Sums of this measure or month are not kept.', { ...question });
  const { staffGroup, month } = question;
  const name = overview.staffGroups.find(({ code }) => code === staffGroup)?.name ?? staffGroup;
  const rows = [
    ...partsOf(overview, organisations, question, asked),
    { part: 'Together', value: sumIn(overview.staffGroups, staffGroup, asked) },
  ];
  return {
    key: 'explanation',
    title: `${overview.organisation.name}: ${asked.label}, ${name}, ${month}`,
    source: sourceOfOverview(overview),
    notes: [],
    tables: [
      tableOf(
        ['parts', 'Parts of the sum'],
        [column('part', 'Part'), column('value', asked.label, asked.unit)],
        rows,
      ),
    ],
  };
}
