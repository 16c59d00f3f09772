import type { ProjectionInput, ResolvedAssumptions, ResolvedValue } from '#modules/projection';
import { parameterByKey } from '#modules/registry';
import type { PublishedRateFact } from '#policy';
import type { PlanModel } from '../plan';

/** A way in which things may turn out, other than assumed. */
export interface Future {
  readonly key: string;
  readonly label: string;
  /** What becomes of the assumptions. */
  readonly assumptions: (input: ProjectionInput) => ProjectionInput;
  /** What becomes of the plan's amounts. */
  readonly amounts: (model: PlanModel, amounts: Float64Array) => Float64Array;
}

const asAssumed = (input: ProjectionInput): ProjectionInput => input;
const asPlanned = (_: PlanModel, amounts: Float64Array): Float64Array => amounts;

/** Everything as assumed. */
export const AS_ASSUMED: Future = {
  key: 'as-assumed',
  label: 'As assumed',
  assumptions: asAssumed,
  amounts: asPlanned,
};

/** From the second year of the round on, levers that live on outside funding do nothing. */
const FUNDING_OFF: Future = {
  key: 'funding-off',
  label: 'Outside funding ends after the first year',
  assumptions: asAssumed,
  amounts: ({ columns }, amounts) =>
    amounts.map((amount, place) => {
      const column = columns[place];
      return column?.lever.funded === 'outside-funding' && column.year > 0 ? 0 : amount;
    }),
};

/** Of those offered a post abroad, half as many arrive; direct arrivals halve. */
const HALF_OVERSEAS: Future = {
  key: 'half-overseas',
  label: 'Half the overseas arrivals',
  assumptions: (input) =>
    changed(
      changed(input, 'international-recruitment.dropout-before-arrival', (share) => 1 - (1 - share) / 2),
      'international-recruitment.arrivals-registered',
      (people) => people / 2,
    ),
  amounts: asPlanned,
};

/** A point more growth of activity in each year of the round. */
const MORE_ACTIVITY: Future = {
  key: 'activity-up',
  label: 'Activity grows a point a year faster',
  assumptions: (input) => changed(input, 'growth.requirement-growth', (growth) => growth + 0.01),
  amounts: asPlanned,
};

/**
 * Turnover as it was in the worst year published, relative to the last one: nurses by their own series, other groups by
 * that of all staff.
 *
 * @param rates published leaver rates of the policy (`leaver_rates.csv`), in percent
 */
export function worstTurnover(rates: readonly PublishedRateFact[]): Future {
  const nurses = worstOverLast(rates, 'Nurses');
  const all = worstOverLast(rates, 'All HCHS staff');
  return {
    key: 'worst-turnover',
    label: 'Turnover at its worst published year',
    assumptions: (input) =>
      changed(
        input,
        'retention.leaver-rate',
        (rate, staffGroup) => rate * (NURSING.test(staffGroup) ? nurses : all),
      ),
    amounts: asPlanned,
  };
}

const NURSING = /^(nurses|midwives)/;

/** The named futures that every plan is held against. */
export function namedFutures(rates: readonly PublishedRateFact[]): readonly Future[] {
  return [AS_ASSUMED, FUNDING_OFF, HALF_OVERSEAS, worstTurnover(rates), MORE_ACTIVITY];
}

/** @throws RangeError if nothing is published for the group */
function worstOverLast(rates: readonly PublishedRateFact[], group: string): number {
  const own = rates.filter((rate) => rate.group === group).map(({ ratePercent }) => ratePercent);
  const last = own.at(-1);
  if (last === undefined) throw new RangeError(`no leaver rate of ${group} is published`);
  return Math.max(...own) / last;
}

/** An assumption changed in every year of the round and for every staff group, within its bounds. */
function changed(
  input: ProjectionInput,
  parameter: string,
  change: (value: number, staffGroup: string) => number,
): ProjectionInput {
  const { minimum = -Infinity, maximum = Infinity } = parameterByKey(parameter) ?? {};
  const within = (value: number): number => Math.min(maximum, Math.max(minimum, value));
  const byGroup = Object.entries(input.assumptions[parameter] ?? {}).map(([staffGroup, { values }]) => {
    const [before = 0, ...round] = values;
    const value: ResolvedValue = {
      values: [before, ...round.map((each) => within(change(each, staffGroup)))],
    };
    return [staffGroup, value] as const;
  });
  const assumptions: ResolvedAssumptions = { ...input.assumptions, [parameter]: Object.fromEntries(byGroup) };
  return { ...input, assumptions };
}
