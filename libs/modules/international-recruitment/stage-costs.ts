import type { InternationalRecruitmentPolicy, RecruitmentFee } from '#policy';

import type { CompileContext, StartGroup } from '../compilation';
import type { Pipeline } from './pipeline';

/** Where money goes on the way from offer to registration. */
export const COST_STAGES = [
  { code: 'evaluation', label: 'Evaluation and computer test' },
  { code: 'sponsorship', label: 'Certificate of sponsorship' },
  { code: 'skills-charge', label: 'Immigration skills charge' },
  { code: 'visa', label: 'Visa' },
  { code: 'arrival', label: 'Agency, travel, first months' },
  { code: 'practical-test', label: 'Practical test and resits' },
  { code: 'registration', label: 'First registration' },
] as const;
export type CostStage = (typeof COST_STAGES)[number]['code'];

/** Pounds by stage and simulated month. */
export type StageCosts = Readonly<Record<CostStage, readonly number[]>>;

/** Groups whose professions register with the Nursing and Midwifery Council. */
const NURSING_AND_MIDWIFERY: ReadonlySet<string> = new Set(['nurses-and-health-visitors', 'midwives']);
const LONGER_VISA_ABOVE = 36;
const PREFIX = 'international-recruitment';

/**
 * Immigration skills charge of one certificate: the charge of the first 12 months, then one for each 6
 * months begun. Source: written out for three years by the Home Office's fees of 2024 and 2025 (I08, I17).
 */
export function skillsCharge(firstYear: number, halfYear: number, months: number): number {
  return firstYear + Math.ceil(Math.max(0, months - 12) / 6) * halfYear;
}

/**
 * Cost of a group's pipeline by stage: evaluation and computer test at the offer; certificate of
 * sponsorship, skills charge, visa, other costs and the practical test, with a resit for those who fail
 * it, on arrival; first registration on registering. Fees are those in force on the first of the month.
 */
export function stageCosts(
  start: StartGroup,
  { offers, arrivals, registrations }: Pipeline,
  context: CompileContext,
): StageCosts {
  const price = pricesOf(start, context);
  const times = (people: readonly number[], pounds: (month: number) => number): readonly number[] =>
    people.map((number, month) => (number === 0 ? 0 : number * pounds(month)));
  return {
    evaluation: times(offers, price.evaluation),
    sponsorship: times(arrivals, price.sponsorship),
    'skills-charge': times(arrivals, price.skillsCharge),
    visa: times(arrivals, price.visa),
    arrival: times(arrivals, price.other),
    'practical-test': times(arrivals, price.practicalTest),
    registration: times(registrations, price.registration),
  };
}

/** All stages together by month. */
export function totalCost(costs: StageCosts): readonly number[] {
  const lines = Object.values(costs);
  return (lines[0] ?? []).map((_, month) => lines.reduce((sum, line) => sum + (line[month] ?? 0), 0));
}

type Price = (month: number) => number;

function pricesOf({ group }: StartGroup, context: CompileContext) {
  const { assumptions, input } = context;
  const fee = (name: RecruitmentFee): Price =>
    feeByMonth(input.policy.internationalRecruitment, name, context);
  const assumed = (name: string): Price => {
    const values = assumptions.monthly(`${PREFIX}.${name}`, group.code);
    return (month) => values[month] ?? 0;
  };
  const paid = assumed('fees-paid-by-employer');
  const isNursing = NURSING_AND_MIDWIFERY.has(group.code);
  const nursingFee = (price: Price): Price => (isNursing ? (month) => paid(month) * price(month) : () => 0);
  const months = assumptions.atStart(`${PREFIX}.sponsored-months`, group.code);
  const isSmall = assumptions.atStart(`${PREFIX}.sponsor-size`, group.code) === 1;
  const visa = fee(months > LONGER_VISA_ABOVE ? 'visaOverThreeYears' : 'visaUpToThreeYears');
  const firstYear = fee(isSmall ? 'skillsChargeFirstYearSmall' : 'skillsChargeFirstYear');
  const halfYear = isSmall ? (month: number) => firstYear(month) / 2 : fee('skillsChargeHalfYear');
  const [evaluation, computerTest] = [fee('evaluation'), fee('computerTest')];
  const [test, resit] = [fee('practicalTest'), fee('practicalTestResit')];
  const passing = assumed('first-sitting-pass');
  return {
    evaluation: nursingFee((month) => evaluation(month) + computerTest(month)),
    sponsorship: fee('certificateOfSponsorship'),
    skillsCharge: (month: number) => skillsCharge(firstYear(month), halfYear(month), months),
    visa: (month: number) => paid(month) * visa(month),
    other: assumed('other-cost-per-recruit'),
    practicalTest: nursingFee((month) => test(month) + (1 - passing(month)) * resit(month)),
    registration: nursingFee(assumed('registration-fee')),
  };
}

/** The fee in force on the first of each month; before the first date known, the first fee known. */
function feeByMonth(
  policy: InternationalRecruitmentPolicy | undefined,
  name: RecruitmentFee,
  { timeline }: CompileContext,
): Price {
  const fees = policy?.fees[name] ?? [];
  return (month) => {
    const day = `${timeline.monthEnds[month + 1] ?? ''}-01`;
    return (fees.findLast(({ from }) => from <= day) ?? fees[0])?.value ?? 0;
  };
}
