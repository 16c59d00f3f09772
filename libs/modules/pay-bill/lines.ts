import {
  lineOf,
  monthMeans,
  type CompileContext,
  type DeriveLines,
  type SimulatedGroup,
} from '../compilation';
import type { MonthlyMeasure } from '../projection/projection-output';
import { engineLineCodes, STAFF_IN_POST_LINES } from './compile';
import { costOfOneFte } from './employer-cost';
import { levyRates } from './levy-rates';

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
 * Temporary staff, levy, recruitment and training. A bank or agency FTE costs `1 + premium` times what an
 * FTE in post costs the organisation. The levy is its rate of all pay that bears employer National
 * Insurance, bank included, agency not; the allowance belongs to the levy account.
 */
export const furtherPayLines: DeriveLines = (group, context) => {
  const { code } = group.start.group;
  const oneFte = costOfOneFte(group, context);
  const premium = (kind: 'bank' | 'agency'): readonly number[] => [
    0,
    ...context.assumptions.monthly(`temporary-staffing.${kind}-premium`, code),
  ];
  const bankPremium = premium('bank');
  const agencyPremium = premium('agency');
  const cost = (fte: number, pounds: number | undefined, extra: number | undefined): number =>
    fte * (pounds ?? 0) * (1 + (extra ?? 0));
  const bank = lineOf(group, 'bank-fte');
  const rates = levyRates(context);
  return {
    'pay-bill-bank': bank.map((fte, month) => cost(fte, oneFte.employer[month], bankPremium[month])),
    'pay-bill-agency': lineOf(group, 'agency-fte').map((fte, month) =>
      cost(fte, oneFte.employer[month], agencyPremium[month]),
    ),
    'pay-bill-apprenticeship-levy': bank.map((fte, month) => {
      const inPost =
        (lineOf(group, 'pay-bill-basic')[month] ?? 0) +
        (lineOf(group, 'pay-bill-high-cost-area')[month] ?? 0);
      return (rates[month] ?? 0) * (inPost + cost(fte, oneFte.pay[month], bankPremium[month]));
    }),
    'pay-bill-recruitment-and-training': recruitmentAndTraining(group, context),
  };
};

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
