import {
  lineOf,
  monthMeans,
  precededBy,
  productOfSeries,
  sumOfSeries,
  type CompileContext,
  type DeriveLines,
  type SimulatedGroup,
} from '../compilation';
import type { MonthlyMeasure } from '../projection/projection-output';
import { engineLineCodes, STAFF_IN_POST_LINES } from './compile';
import { costOfOneFte, type CostOfOneFte } from './employer-cost';
import { levyRates } from './levy-rates';
import { awaitingRegistrationCost, rotationalTraineesCost } from './staff-beside-stock';

/** Joiners whom the organisation recruits in this country; those who return from leave or retirement it need not. */
export const DOMESTIC_RECRUITS = [
  'joiners-newly-qualified',
  'joiners-wider-labour-market',
  'joiners-same-system',
  'joiners-other-nhs',
  'joiners-return-to-practice',
  'joiners-apprenticeship',
] as const satisfies readonly MonthlyMeasure[];

/** Everything that the pay bill is the sum of. */
export const PAY_BILL_PARTS = [
  ...STAFF_IN_POST_LINES,
  'pay-bill-apprenticeship-levy',
  'pay-bill-bank',
  'pay-bill-agency',
  'pay-bill-recruitment-and-training',
  'international-recruitment-cost',
  'pay-bill-awaiting-registration',
  'pay-bill-rotational-trainees',
  'apprenticeship-backfill-cost',
] as const satisfies readonly MonthlyMeasure[];

/** Pay of the people in post by line. */
export const staffInPostPayLines: DeriveLines = ({ simulated }, context) => {
  const codes = engineLineCodes(context);
  return Object.fromEntries(
    STAFF_IN_POST_LINES.map((code) => {
      const place = codes.indexOf(code);
      const pounds = place < 0 ? undefined : simulated.costs[place];
      return [code, precededBy(0, pounds ?? new Float64Array(context.timeline.months))];
    }),
  );
};

/**
 * Temporary staff, staff beside the stock, levy, recruitment and training. A bank or agency FTE costs
 * `1 + premium` times what an FTE in post costs the organisation. The levy is its rate of all pay that
 * bears employer National Insurance, bank included, agency not; the allowance belongs to the levy account.
 */
export const furtherPayLines: DeriveLines = (group, context) => {
  const ofGroup = costOfOneFte(group, context);
  const bank = temporaryCost('bank', group, ofGroup, context);
  const agency = temporaryCost('agency', group, ofGroup, context);
  const awaiting = awaitingRegistrationCost(group, ofGroup, context);
  const trainees = rotationalTraineesCost(group, ofGroup, context);
  const liable = sumOfSeries([
    lineOf(group, 'pay-bill-basic'),
    lineOf(group, 'pay-bill-high-cost-area'),
    bank.pay,
    awaiting.pay,
    trainees.pay,
  ]);
  return {
    'pay-bill-bank': bank.employer,
    'pay-bill-agency': agency.employer,
    'pay-bill-apprenticeship-levy': productOfSeries(levyRates(context), liable),
    'pay-bill-recruitment-and-training': recruitmentAndTraining(group, context),
    'pay-bill-awaiting-registration': awaiting.employer,
    'pay-bill-rotational-trainees': trainees.employer,
  };
};

function temporaryCost(
  kind: 'bank' | 'agency',
  group: SimulatedGroup,
  ofGroup: CostOfOneFte,
  { assumptions }: CompileContext,
): CostOfOneFte {
  const premium = assumptions.monthly(`temporary-staffing.${kind}-premium`, group.start.group.code);
  const fte = lineOf(group, `${kind}-fte`);
  const priced = (ofOne: readonly number[]): readonly number[] => {
    const pounds = productOfSeries(fte, ofOne);
    for (let month = 1; month < pounds.length; month += 1) {
      pounds[month] = (pounds[month] ?? 0) * (1 + (premium[month - 1] ?? 0));
    }
    return pounds;
  };
  return { pay: priced(ofGroup.pay), employer: priced(ofGroup.employer) };
}

/** The pay bill as the sum of its parts. */
export const payBillTotalLines: DeriveLines = (group) => ({
  'pay-bill': sumOfSeries(PAY_BILL_PARTS.map((code) => lineOf(group, code))),
});

/** Recruits of the month x cost of one, and a twelfth of the year's training cost of the people in post. */
function recruitmentAndTraining(group: SimulatedGroup, { assumptions }: CompileContext): readonly number[] {
  const { code } = group.start.group;
  const perRecruit = assumptions.monthly('pay-bill.cost-per-domestic-recruit', code);
  const perHead = assumptions.monthly('pay-bill.training-cost-per-head', code);
  const recruits = sumOfSeries(DOMESTIC_RECRUITS.map((source) => lineOf(group, source)));
  const people = monthMeans(lineOf(group, 'headcount'));
  const pounds = new Array<number>(people.length).fill(0);
  for (let month = 1; month < pounds.length; month += 1) {
    const recruitment = (recruits[month] ?? 0) * (perRecruit[month - 1] ?? 0);
    pounds[month] = recruitment + ((people[month] ?? 0) * (perHead[month - 1] ?? 0)) / 12;
  }
  return pounds;
}
