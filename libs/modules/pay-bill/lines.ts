import {
  lineOf,
  monthMeans,
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
const DOMESTIC_RECRUITS = [
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
      return [code, [0, ...(pounds ?? context.timeline.yearOfMonth.map(() => 0))]];
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
  const liable = [
    lineOf(group, 'pay-bill-basic'),
    lineOf(group, 'pay-bill-high-cost-area'),
    bank.pay,
    awaiting.pay,
    trainees.pay,
  ];
  return {
    'pay-bill-bank': bank.employer,
    'pay-bill-agency': agency.employer,
    'pay-bill-apprenticeship-levy': levyRates(context).map(
      (rate, month) => rate * liable.reduce((sum, pay) => sum + (pay[month] ?? 0), 0),
    ),
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
  const priced = (ofOne: readonly number[]): readonly number[] =>
    fte.map((people, month) => people * (ofOne[month] ?? 0) * (1 + (premium[month - 1] ?? 0)));
  return { pay: priced(ofGroup.pay), employer: priced(ofGroup.employer) };
}

/** The pay bill as the sum of its parts. */
export const payBillTotalLines: DeriveLines = (group) => {
  const parts = PAY_BILL_PARTS.map((code) => lineOf(group, code));
  const [first = []] = parts;
  return {
    'pay-bill': first.map((_, month) => parts.reduce((sum, part) => sum + (part[month] ?? 0), 0)),
  };
};

/** Recruits of the month x cost of one, and a twelfth of the year's training cost of the people in post. */
function recruitmentAndTraining(group: SimulatedGroup, { assumptions }: CompileContext): readonly number[] {
  const { code } = group.start.group;
  const perRecruit = [0, ...assumptions.monthly('pay-bill.cost-per-domestic-recruit', code)];
  const perHead = [0, ...assumptions.monthly('pay-bill.training-cost-per-head', code)];
  const recruits = DOMESTIC_RECRUITS.map((source) => lineOf(group, source));
  return monthMeans(lineOf(group, 'headcount')).map((people, month) => {
    const recruited = recruits.reduce((sum, joiners) => sum + (joiners[month] ?? 0), 0);
    return recruited * (perRecruit[month] ?? 0) + (people * (perHead[month] ?? 0)) / 12;
  });
}
