import {
  lineOf,
  monthMeans,
  sumOfSeries,
  type CompileContext,
  type SimulatedGroup,
  type StartGroup,
} from '../compilation';
import { bandPays, type BandPay } from './band-pay';

/** Lines of the people in post that the organisation itself pays: the central part of the pension is paid nationally. */
export const OWN_COST_LINES = [
  'pay-bill-basic',
  'pay-bill-high-cost-area',
  'pay-bill-national-insurance',
  'pay-bill-pension-local',
] as const;

/** How many of them are pay, the first ones; the others are on-costs. */
const PAY_LINES = 2;

/** Pounds of a month for one FTE, by month; the baseline month has none. */
export interface CostOfOneFte {
  /** Basic pay and supplement. */
  readonly pay: readonly number[];
  /** Pay, employer National Insurance and local pension. */
  readonly employer: readonly number[];
}

/**
 * What one FTE of the group costs the organisation in each month: the mean of the people in post, and for
 * a group without people that of its bands at the start.
 */
export function costOfOneFte(group: SimulatedGroup, context: CompileContext): CostOfOneFte {
  const inPost = monthMeans(lineOf(group, 'fte'));
  const withoutPeople = inPost.some((fte) => fte === 0) ? costAtStart(group.start, context) : [];
  const lines = OWN_COST_LINES.map((line) => lineOf(group, line));
  const ofOne = (part: keyof MonthlyCost, pounds: readonly number[]): readonly number[] => {
    const each = new Array<number>(inPost.length).fill(0);
    for (let month = 1; month < inPost.length; month += 1) {
      const fte = inPost[month] ?? 0;
      const year = context.timeline.yearOfMonth[month - 1] ?? 0;
      each[month] = fte > 0 ? (pounds[month] ?? 0) / fte : (withoutPeople[year]?.[part] ?? 0);
    }
    return each;
  };
  return {
    pay: ofOne('pay', sumOfSeries(lines.slice(0, PAY_LINES))),
    employer: ofOne('employer', sumOfSeries(lines)),
  };
}

interface MonthlyCost {
  readonly pay: number;
  readonly employer: number;
}

function costAtStart(start: StartGroup, context: CompileContext): readonly MonthlyCost[] {
  const pays = bandPays(start.group, context);
  const mean = (of: (pay: BandPay) => readonly number[], year: number): number =>
    start.bandShares.reduce((sum, share, band) => {
      const pay = pays[band];
      return sum + (pay === undefined ? 0 : share * (of(pay)[year] ?? 0));
    }, 0);
  return context.input.policy.employerPension.map((_, year) =>
    monthlyCost(
      mean(({ basic }) => basic, year) + mean(({ supplement }) => supplement, year),
      1 / start.participation,
      year,
      context,
    ),
  );
}

/**
 * A month's cost of full-time annual pay: `pay (1 + insurance + local pension) - insurance x threshold x
 * heads`, over 12.
 */
export function monthlyCost(
  pay: number,
  heads: number,
  year: number,
  { input }: Pick<CompileContext, 'input'>,
): MonthlyCost {
  const { rate = 0, thresholdPounds = 0 } = input.policy.employerNationalInsurance[year] ?? {};
  const local = input.policy.employerPension[year]?.local ?? 0;
  return { pay: pay / 12, employer: (pay * (1 + rate + local) - rate * thresholdPounds * heads) / 12 };
}
