import { lineOf, monthMeans, sumOfSeries, type CompileContext, type SimulatedGroup } from '../compilation';
import { hostedHere, rotationalPosts } from '../training-supply/rotational-trainees';
import { bandPay } from './band-pay';
import { monthlyCost, type CostOfOneFte } from './employer-cost';

/** Pounds by month: pay, and pay with employer National Insurance and local pension. */
export type CostOfStaff = CostOfOneFte;

/** Grade that a training grade without pay of its own is paid as. Judgement. */
const PAID_AS: Readonly<Record<string, string>> = { 'other-training': 'core-training' };

interface StaffOfMonths {
  /** Means of each month, the baseline month first. */
  readonly fte: readonly number[];
  readonly headcount: readonly number[];
}

/** People who have arrived and are not registered: paid in the support band chosen. */
export function awaitingRegistrationCost(
  group: SimulatedGroup,
  ofGroup: CostOfOneFte,
  context: CompileContext,
): CostOfStaff {
  const band = context.assumptions.atStart('pay-bill.band-awaiting-registration', group.start.group.code);
  const staff = {
    fte: monthMeans(lineOf(group, 'awaiting-registration-fte')),
    headcount: monthMeans(lineOf(group, 'awaiting-registration-headcount')),
  };
  return costOf(staff, `band-${band}`, { group, ofGroup, context });
}

/** Rotational trainees hosted here, paid by grade; a host repays the lead employer. */
export function rotationalTraineesCost(
  group: SimulatedGroup,
  ofGroup: CostOfOneFte,
  context: CompileContext,
): CostOfStaff {
  const costs = hostedHere(group.start.group.code, context.input).map((row) => {
    const { filled, headcount } = rotationalPosts(row, context.timeline);
    const staff = { fte: monthMeans(filled), headcount: monthMeans(headcount) };
    const grade = row.text('grade');
    return costOf(staff, PAID_AS[grade] ?? grade, { group, ofGroup, context });
  });
  const nobody = new Array<number>(context.timeline.monthEnds.length).fill(0);
  const sumOf = (part: keyof CostOfStaff): readonly number[] =>
    costs.length === 0 ? nobody : sumOfSeries(costs.map((cost) => cost[part]));
  return { pay: sumOf('pay'), employer: sumOf('employer') };
}

/** A band for which no pay is given is paid as the mean of the group. */
function costOf(
  { fte, headcount }: StaffOfMonths,
  band: string,
  of: { readonly group: SimulatedGroup; readonly ofGroup: CostOfOneFte; readonly context: CompileContext },
): CostOfStaff {
  const { group, ofGroup, context } = of;
  // Most groups have none, and pay by band is worked out for every draw.
  if (fte.every((people) => people === 0)) return { pay: fte, employer: fte };
  const isPaid = context.input.policy.basicPay[band] !== undefined;
  const pay = isPaid ? bandPay(band, group.start.group, context) : null;
  const byMonth = fte.map((people, month) => {
    if (month === 0 || people === 0) return { pay: 0, employer: 0 };
    if (pay === null) {
      return { pay: people * (ofGroup.pay[month] ?? 0), employer: people * (ofGroup.employer[month] ?? 0) };
    }
    const year = context.timeline.yearOfMonth[month - 1] ?? 0;
    const annual = (pay.basic[year] ?? 0) + (pay.supplement[year] ?? 0);
    const one = monthlyCost(annual, (headcount[month] ?? 0) / people, year, context);
    return { pay: people * one.pay, employer: people * one.employer };
  });
  return { pay: byMonth.map(({ pay: pounds }) => pounds), employer: byMonth.map(({ employer }) => employer) };
}
