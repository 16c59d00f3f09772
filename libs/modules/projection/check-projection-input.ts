import { checkApprenticeships } from '../apprenticeship-levy/check-apprenticeships';
import { PARAMETERS, type ParameterDefinition } from '../registry';
import { refusalOf } from '../registry/validate-value';
import type { ProjectionInput, StaffGroupInput } from './projection-input';
import { checkRegisters } from './check-registers';
import { ProjectionInputError, type InputProblem } from './projection-input-error';

/** Shares further from 1 than this are a mistake, not rounding. */
const SHARE_TOLERANCE = 1e-6;
const MOST_PROBLEMS = 50;

/**
 * Checks what a JSON Schema cannot say: lengths that follow from the axes and the calendar, shares that
 * sum to 1, values within their parameter's bounds, pay for every band.
 *
 * @throws ProjectionInputError listing up to 50 problems.
 */
export function checkProjectionInput(input: ProjectionInput): void {
  const registers = checkRegisters(input);
  const problems = [
    ...checkCalendar(input),
    ...input.staffGroups.flatMap((group, index) => checkGroup(input, group, index)),
    ...checkCodes(input),
    ...checkSmallTeams(input),
    ...checkAssumptions(input),
    ...registers,
    ...(registers.length === 0 ? checkApprenticeships(input) : []),
    ...checkPolicy(input),
  ];
  if (problems.length > 0) throw new ProjectionInputError(problems.slice(0, MOST_PROBLEMS));
}

function checkCalendar({ calendar }: ProjectionInput): readonly InputProblem[] {
  const end = `${calendar.firstYear + calendar.years}-03`;
  if (calendar.baselineMonth < end) return [];
  return [
    {
      pointer: '/calendar/baselineMonth',
      rule: 'before-end',
      message: `${calendar.baselineMonth} is not before the projection's end, ${end}`,
      fix: 'choose an earlier baseline month or a later first year',
    },
  ];
}

function checkSmallTeams({ smallTeams }: ProjectionInput): readonly InputProblem[] {
  if (smallTeams === undefined || (Number.isFinite(smallTeams.below) && smallTeams.below > 0)) return [];
  const message = `${smallTeams.below} is not a number of people above 0`;
  const fix = 'give the headcount below which flows are drawn by chance, or leave smallTeams out';
  return [{ pointer: '/smallTeams/below', rule: 'small-teams', message, fix }];
}

function checkGroup(input: ProjectionInput, group: StaffGroupInput, index: number): readonly InputProblem[] {
  const at = `/staffGroups/${index}`;
  const cells = input.bands.length * input.ethnicities.length;
  return [
    ...checkStock(`${at}/headcount`, group.headcount),
    ...checkStock(`${at}/fte`, group.fte),
    ...checkStock(`${at}/establishment`, group.establishment ?? 0),
    ...checkShares(`${at}/bandShares`, group.bandShares, input.bands.length, 'bands'),
    ...checkShares(`${at}/ageShares`, group.ageShares, input.ageBands.length, 'ageBands'),
    ...checkShares(`${at}/ethnicityShares`, group.ethnicityShares, input.ethnicities.length, 'ethnicities'),
    ...(group.bandByEthnicity === undefined
      ? []
      : checkLength(`${at}/bandByEthnicity`, group.bandByEthnicity, cells, 'bands x ethnicities')),
  ];
}

function checkStock(pointer: string, stock: number): readonly InputProblem[] {
  if (Number.isFinite(stock) && stock >= 0) return [];
  const message = `${stock} is not a stock: people and posts are counted from 0 up`;
  return [{ pointer, rule: 'stock', message, fix: 'give a finite number of 0 or more' }];
}

function checkShares(
  pointer: string,
  shares: readonly number[],
  length: number,
  axis: string,
): readonly InputProblem[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const problems = [...checkLength(pointer, shares, length, axis)];
  if (shares.some((share) => share < 0)) {
    const message = 'a share is negative';
    problems.push({ pointer, rule: 'share-not-negative', message, fix: 'give shares of 0 or more' });
  }
  if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return problems;
  const message = `the shares sum to ${sum}, not 1`;
  return [...problems, { pointer, rule: 'shares-sum-to-1', message, fix: 'divide each share by their sum' }];
}

function checkLength(
  pointer: string,
  values: readonly unknown[],
  length: number,
  axis: string,
): readonly InputProblem[] {
  if (values.length === length) return [];
  const message = `${values.length} values where ${axis} needs ${length}`;
  return [{ pointer, rule: 'length', message, fix: `give one value for each of ${axis}` }];
}

function checkCodes({ staffGroups }: ProjectionInput): readonly InputProblem[] {
  return staffGroups.flatMap(({ code }, index) =>
    staffGroups.findIndex((group) => group.code === code) === index
      ? []
      : [
          {
            pointer: `/staffGroups/${index}/code`,
            rule: 'unique',
            message: `${code} is listed twice`,
            fix: 'merge the two entries',
          },
        ],
  );
}

function checkAssumptions({ assumptions, calendar, staffGroups }: ProjectionInput): readonly InputProblem[] {
  return PARAMETERS.flatMap((parameter) => {
    const byGroup = assumptions[parameter.key] ?? {};
    const missing = byGroup['all-staff'] ? [] : staffGroups.filter(({ code }) => byGroup[code] === undefined);
    return [
      ...missing.map(({ code }) => missingAssumption(parameter.key, code)),
      ...Object.entries(byGroup).flatMap(([code, { values }]) =>
        values.length === calendar.years + 1 && areWithinBounds(values, parameter)
          ? []
          : valueProblems(`/assumptions/${parameter.key}/${code}/values`, values, parameter, calendar.years),
      ),
    ];
  });
}

/** A plan has ten thousand values, nearly all of them good: nothing is made for these. */
function areWithinBounds(
  values: readonly number[],
  { minimum, maximum, choices }: ParameterDefinition,
): boolean {
  if (choices !== undefined) return false;
  for (let year = 0; year < values.length; year += 1) {
    const value = values[year] ?? NaN;
    if (!(value >= minimum && value <= maximum && Number.isFinite(value))) return false;
  }
  return true;
}

function valueProblems(
  pointer: string,
  values: readonly number[],
  parameter: ParameterDefinition,
  years: number,
): readonly InputProblem[] {
  return [
    ...checkLength(pointer, values, years + 1, 'years from firstYear - 1'),
    ...checkValues(pointer, values, parameter),
  ];
}

function checkValues(
  pointer: string,
  values: readonly number[],
  parameter: ParameterDefinition,
): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  for (let year = 0; year < values.length; year += 1) {
    const refusal = refusalOf(parameter, values[year] ?? NaN);
    if (refusal !== null) {
      const { rule, message } = refusal;
      const fix = `enter a value from ${parameter.minimum} to ${parameter.maximum}`;
      problems.push({ pointer: `${pointer}/${year}`, rule, message, fix });
    }
  }
  return problems;
}

function missingAssumption(parameter: string, staffGroup: string): InputProblem {
  return {
    pointer: `/assumptions/${parameter}`,
    rule: 'complete',
    message: `${parameter} has no value for ${staffGroup} or all-staff`,
    fix: `add /assumptions/${parameter}/${staffGroup} with one value per year`,
  };
}

function checkPolicy({ bands, calendar, policy, assumptions }: ProjectionInput): readonly InputProblem[] {
  const years = calendar.years + 1;
  const axis = 'years from firstYear - 1';
  const ranges = policy.basicPayRange;
  const zones = Object.entries(policy.highCostAreas?.zones ?? {});
  const isZoneChosen = (assumptions['pay-bill.high-cost-area']?.['all-staff']?.values[0] ?? 0) > 0;
  return [
    ...bands.flatMap((band) => [
      ...checkLength(`/policy/basicPay/${band}`, policy.basicPay[band] ?? [], years, axis),
      ...(ranges === undefined
        ? []
        : checkLength(`/policy/basicPayRange/${band}`, ranges[band] ?? [], years, axis)),
    ]),
    ...checkLength('/policy/employerNationalInsurance', policy.employerNationalInsurance, years, axis),
    ...checkLength('/policy/employerPension', policy.employerPension, years, axis),
    ...zones.flatMap(([zone, ofYears]) =>
      checkLength(`/policy/highCostAreas/zones/${zone}`, ofYears, years, axis),
    ),
    ...(isZoneChosen && policy.highCostAreas === undefined ? [ZONE_WITHOUT_POLICY] : []),
  ];
}

const ZONE_WITHOUT_POLICY: InputProblem = {
  pointer: '/policy/highCostAreas',
  rule: 'complete',
  message: 'a high cost area is chosen, but no supplement is given',
  fix: 'add /policy/highCostAreas or set pay-bill.high-cost-area to 0',
};
