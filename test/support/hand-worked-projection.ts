import { defaultAssumptions, type ProjectionInput, type StaffGroupInput } from '#modules/projection';

/** Values by parameter in all years, for all staff or by staff group, on top of the national defaults. */
export type EnteredValues = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

const NO_FLOWS: EnteredValues = {
  'retention.leaver-rate': 0,
  'skill-mix.promotion-rate': 0,
  'growth.establishment-growth': 0,
  'growth.requirement-growth': 0,
  'growth.unmet-need': 0,
  'efficiency.productivity': 0,
  'sickness-absence.rate': 0,
};

/**
 * A projection to work by hand: groups given, three years from a baseline on 31 March 2026, nothing moves
 * but what is entered; full-time pay of 40,000 pounds in every band, no on-costs.
 */
export function handWorked(
  groups: readonly (Partial<StaffGroupInput> & Pick<StaffGroupInput, 'code'>)[],
  bands: readonly string[],
  entered: EnteredValues,
): ProjectionInput {
  const calendar = { baselineMonth: '2026-03', firstYear: 2026, years: 3 };
  const years = calendar.years + 1;
  const everyYear = (value: number): readonly number[] => new Array<number>(years).fill(value);
  const defaults = defaultAssumptions(calendar);
  const assumptions: Record<string, ProjectionInput['assumptions'][string]> = { ...defaults };
  for (const [key, value] of Object.entries({ ...NO_FLOWS, ...entered })) {
    const byGroup = typeof value === 'number' ? { 'all-staff': value } : value;
    const resolved = Object.entries(byGroup).map(([code, own]) => [code, { values: everyYear(own) }]);
    assumptions[key] = {
      ...(typeof value === 'number' ? {} : assumptions[key]),
      ...(Object.fromEntries(resolved) as ProjectionInput['assumptions'][string]),
    };
  }
  return {
    schema: 'wholetime.projection-input/1',
    organisation: { code: 'RZZ', name: 'Hand-worked' },
    calendar,
    bands,
    ageBands: [{ code: 'all-ages', widthYears: null }],
    ethnicities: ['white', 'bme', 'not-known'],
    staffGroups: groups.map((group) => ({
      name: group.code,
      registered: true,
      medical: false,
      basis: 'staff-in-post',
      headcount: 100,
      fte: 100,
      establishment: 100,
      bandShares: bands.map((_, band) => Number(band === 0)),
      ageShares: [1],
      ethnicityShares: [1, 0, 0],
      profileSource: 'by hand',
      ...group,
    })),
    assumptions,
    policy: {
      basicPay: Object.fromEntries(bands.map((band) => [band, everyYear(40_000)])),
      payScalesTo: Object.fromEntries(bands.map((band) => [band, 2030])),
      employerNationalInsurance: everyYear(0).map((rate) => ({ rate, thresholdPounds: 0 })),
      employerPension: everyYear(0).map((local) => ({ local, central: 0 })),
      sources: [],
    },
    seed: '0',
    draws: 0,
  };
}
