import { PARAMETERS, type ParameterDefinition } from '#modules';
import type {
  ProjectionInput,
  ResolvedAssumptions,
  ResolvedValue,
  StaffGroupInput,
} from '#modules/projection';

/** Size of a national plan. 12 bands x 10 age bands x 3 ethnicities are 360 cells a group; years are of 12 months. */
export interface NationalShape {
  readonly organisations: number;
  readonly groups: number;
  readonly bands: number;
  readonly ages: number;
  readonly ethnicities: number;
  readonly years: number;
  readonly draws: number;
}

/** Organisations of a system. */
export const SYSTEM_SIZE = 6;
const CODES = [
  'nurses-and-health-visitors',
  'support-to-doctors-nurses-and-midwives',
  'midwives',
  'scientific-therapeutic-and-technical-staff',
  'support-to-scientific-therapeutic-and-technical-staff',
  'ambulance-staff',
  'support-to-ambulance-staff',
  'hchs-doctors',
  'hotel-property-and-estates',
  'central-functions',
  'managers',
  'senior-managers',
  'unknown-classification',
];
const AGE_WIDTH = 5;
const LOWEST_PAY = 24_000;

/** One organisation of the plan: sizes differ, every default with a range is uncertain. */
export function nationalOrganisation(place: number, shape: NationalShape): ProjectionInput {
  const codes = range(shape.groups).map((group) => CODES[group] ?? `further-group-${group}`);
  const bands = range(shape.bands).map((band) => `band-${band + 1}`);
  return {
    schema: 'wholetime.projection-input/1',
    organisation: { code: `T${place}`, name: `Trust ${place}` },
    calendar: { baselineMonth: '2026-03', firstYear: 2026, years: shape.years },
    bands,
    ageBands: range(shape.ages).map((age) => ({
      code: `age-${age}`,
      widthYears: age === shape.ages - 1 ? null : AGE_WIDTH,
    })),
    ethnicities: ['white', 'bme', 'not-known'].slice(0, shape.ethnicities),
    staffGroups: codes.map((code, group) => staffGroup(code, 60 + ((place * 37 + group * 101) % 900), shape)),
    assumptions: {
      ...assumptionsOf(codes, shape.years + 1),
      'growth.joiners-wider-labour-market': joiners(codes, shape, 0.07),
      'growth.joiners-other-nhs': joiners(codes, shape, 0.02),
      'training-supply.newly-qualified': joiners(codes, shape, 0.03),
    },
    policy: {
      basicPay: Object.fromEntries(
        bands.map((band, index) => [band, yearly(shape, LOWEST_PAY * (1 + index / 4))]),
      ),
      payScalesTo: Object.fromEntries(bands.map((band) => [band, 2026])),
      employerNationalInsurance: yearly(shape, { rate: 0.15, thresholdPounds: 5000 }),
      employerPension: yearly(shape, { local: 0.1438, central: 0.094 }),
      sources: [],
    },
    seed: '20261127',
    draws: shape.draws,
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function yearly<T>({ years }: NationalShape, value: T): T[] {
  return new Array<T>(years + 1).fill(value);
}

function staffGroup(code: string, headcount: number, shape: NationalShape): StaffGroupInput {
  const isRegistered = !code.startsWith('support') && !code.includes('managers');
  return {
    code,
    name: code,
    registered: isRegistered,
    medical: code === 'hchs-doctors',
    basis: 'staff-in-post',
    headcount,
    fte: headcount * 0.88,
    establishment: headcount * 0.94,
    bandShares: falling(shape.bands),
    ageShares: falling(shape.ages),
    ethnicityShares: falling(shape.ethnicities),
    profileSource: 'benchmark',
  };
}

/** Shares that fall from the first to the last and sum to 1. */
function falling(count: number): number[] {
  const sum = (count * (count + 1)) / 2;
  return range(count).map((index) => (count - index) / sum);
}

/** Resolved as the product resolves them: an entry for every staff group, with low and high where the default has them. */
function assumptionsOf(codes: readonly string[], years: number): ResolvedAssumptions {
  return Object.fromEntries(
    PARAMETERS.map((parameter) => [
      parameter.key,
      Object.fromEntries(
        (parameter.perStaffGroup ? codes : ['all-staff']).map((code) => [
          code,
          resolved(parameter, code, years),
        ]),
      ),
    ]),
  );
}

/** People a year by group, about as many as leave, known to a third. */
function joiners(codes: readonly string[], shape: NationalShape, share: number): ResolvedAssumptions[string] {
  return Object.fromEntries(
    codes.map((code, group) => {
      const people = share * (300 + 10 * group);
      const [values, low, high] = [people, 0.7 * people, 1.3 * people].map((each) => yearly(shape, each));
      return [code, { values: values ?? [], low: low ?? [], high: high ?? [] }];
    }),
  );
}

function resolved(parameter: ParameterDefinition, code: string, years: number): ResolvedValue {
  const { value, low, high } = parameter.defaultByStaffGroup?.[code] ?? parameter.default;
  const all = (each: number): number[] => new Array<number>(years).fill(each);
  return {
    values: all(value),
    ...(low === undefined ? {} : { low: all(low) }),
    ...(high === undefined ? {} : { high: all(high) }),
  };
}
