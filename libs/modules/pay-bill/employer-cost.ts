import {
  lineOf,
  monthMeans,
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
  const [basic = [], supplement = [], insurance = [], pension = []] = OWN_COST_LINES.map((line) =>
    lineOf(group, line),
  );
  const pay = new Array<number>(inPost.length).fill(0);
  const employer = new Array<number>(inPost.length).fill(0);
  for (let month = 1; month < inPost.length; month += 1) {
    const fte = inPost[month] ?? 0;
    const paid = (basic[month] ?? 0) + (supplement[month] ?? 0);
    const atStart = withoutPeople[context.timeline.yearOfMonth[month - 1] ?? 0];
    pay[month] = fte > 0 ? paid / fte : (atStart?.pay ?? 0);
    employer[month] =
      fte > 0 ? (paid + (insurance[month] ?? 0) + (pension[month] ?? 0)) / fte : (atStart?.employer ?? 0);
  }
  return { pay, employer };
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
