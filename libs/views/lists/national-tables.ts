import { financialYearLabel } from '#modules/report-layout';
import type { ReportTable, ReportUnit } from '#modules/reporting';
import { namedWithCode, sentenceCase, tableOfList, type ListColumns } from './list';

/** Lines of the national picture by their codes. */
export const NATIONAL_PICTURE_LINES: Readonly<
  Record<string, { readonly label: string; readonly unit: ReportUnit }>
> = {
  fte: { label: 'Staff in post', unit: 'fte' },
  requirement: { label: 'Requirement', unit: 'fte' },
  'bank-fte': { label: 'Bank', unit: 'fte' },
  'agency-fte': { label: 'Agency', unit: 'fte' },
  'pay-bill': { label: 'Pay bill', unit: 'pounds' },
};

/** How far the plan behind a figure has come, as a reader would say it. */
export const PLAN_STATUS_WORDS: Readonly<Record<string, string>> = {
  agreed: 'Agreed',
  submitted: 'Submitted, not yet agreed',
  default: 'Default plan, nothing submitted',
};

/** What the cross-checks look at, in the order in which they are told. */
export const CROSS_CHECK_WORDS: Readonly<Record<string, string>> = {
  'international-pool': 'International joiners against the realistic pool',
  'international-ambition': 'International joiners against the national ambition',
  'joiners-ambition': 'Joiners from all sources against the national ambition',
  'newly-qualified-supply': 'Newly qualified recruits against the region’s expected newly qualified',
  'newly-qualified-places': 'Newly qualified recruits against commissioned places',
  'hires-against-leavers': 'Hires from other NHS organisations against leavers to them',
  'levy-transfers': 'Levy transfers received against those given',
  'apprenticeship-capacity': 'Apprenticeship starts against national capacity',
  'pay-bill-envelope': 'Pay bill against the envelope',
};

interface Place {
  readonly code: string;
  readonly name: string;
}

type ByYear = Readonly<Record<string, number>>;

/** All systems of a round, as the API tells them. */
export interface NationalPictureAnswer {
  readonly round: { readonly name: string; readonly scenario: string; readonly years: readonly number[] };
  readonly cells: readonly {
    readonly year: number;
    readonly total: number;
    readonly byStatus: Readonly<Record<'agreed' | 'submitted' | 'default', number>>;
  }[];
  readonly systems: readonly (Place & {
    readonly region: Place | null;
    readonly status: string;
    readonly version: number | null;
    readonly signedOn: string | null;
    readonly documentId: string | null;
    readonly figures: ByYear;
    readonly organisations: readonly (Place & { readonly figures: ByYear })[];
    readonly leftOut: readonly (Place & { readonly reason: string })[];
  })[];
}

/** What the cross-checks found, as the API tells it. */
export interface CrossChecksAnswer {
  readonly breaches: readonly {
    readonly check: string;
    readonly unit: 'people' | 'pounds';
    readonly area: string;
    readonly year: number;
    readonly staffGroup: string | null;
    readonly standard: string | null;
    readonly planned: number;
    readonly available: number;
    readonly excess: number;
    readonly drivers: readonly {
      readonly system: Place & { readonly status: string };
      readonly planned: number;
      readonly share: number;
      readonly toGive: number;
    }[];
    readonly resolution: string;
    readonly basis: string;
  }[];
  readonly yearsWithEnvelopes: readonly number[];
  readonly yearsWithTrainingSupply: readonly number[];
}

/** What of the national picture is shown. */
export interface NationalChoice {
  readonly line: string;
  /** Financial year of the plans behind a figure, by its first calendar year. */
  readonly year: number;
}

/** What an address says of the picture; what it leaves out is staff in post in the round's first year. */
export function nationalChoice(
  read: (name: keyof NationalChoice) => string | null,
  years: readonly number[],
): NationalChoice {
  const [line, year] = [read('line') ?? '', Number(read('year'))];
  return {
    line: line in NATIONAL_PICTURE_LINES ? line : 'fte',
    year: years.includes(year) ? year : (years[0] ?? 0),
  };
}

/** England by year, every plan behind the figure of one year, and the organisations of each. */
export function nationalTables(
  { cells, systems }: NationalPictureAnswer,
  { line, year }: NationalChoice,
): ReportTable[] {
  const { label, unit } = NATIONAL_PICTURE_LINES[line] ?? { label: line, unit: 'number' as const };
  const inYear = financialYearLabel(year);
  const organisations = systems.flatMap((system) =>
    system.organisations.map((organisation) => ({ system, organisation })),
  );
  const leftOut = systems.flatMap((system) => system.leftOut.map((place) => ({ system, place })));
  return [
    tableOfList(
      { key: 'england', title: `England: ${label}, by how far plans have come` },
      englandColumns(unit),
      cells,
    ),
    tableOfList(
      { key: 'systems', title: `Plans behind ${label}, ${inYear}` },
      systemColumns(unit, String(year)),
      systems,
    ),
    tableOfList(
      { key: 'organisations', title: `Organisations behind ${label}, ${inYear}` },
      {
        organisation: { heading: 'Organisation', value: ({ organisation }) => namedWithCode(organisation) },
        system: { heading: 'System', value: ({ system }) => namedWithCode(system) },
        status: { heading: 'Plan', value: ({ system }) => statusWords(system.status) },
        figure: {
          heading: label,
          unit,
          value: ({ organisation }) => organisation.figures[String(year)] ?? 0,
        },
      } satisfies ListColumns<(typeof organisations)[number]>,
      organisations,
    ),
    ...(leftOut.length === 0
      ? []
      : [
          tableOfList(
            { key: 'left-out', title: 'Organisations that are not in the totals' },
            {
              organisation: { heading: 'Organisation', value: ({ place }) => namedWithCode(place) },
              system: { heading: 'System', value: ({ system }) => namedWithCode(system) },
              reason: { heading: 'Why', value: ({ place }) => place.reason },
            } satisfies ListColumns<(typeof leftOut)[number]>,
            leftOut,
          ),
        ]),
  ];
}

const statusWords = (status: string): string => PLAN_STATUS_WORDS[status] ?? sentenceCase(status);

function englandColumns(unit: ReportUnit): ListColumns<NationalPictureAnswer['cells'][number]> {
  return {
    year: { heading: 'Financial year', value: ({ year }) => financialYearLabel(year) },
    agreed: { heading: 'Agreed', unit, value: ({ byStatus }) => byStatus.agreed },
    submitted: { heading: 'Submitted', unit, value: ({ byStatus }) => byStatus.submitted },
    default: { heading: 'Default', unit, value: ({ byStatus }) => byStatus.default },
    total: { heading: 'England', unit, value: ({ total }) => total },
  };
}

function systemColumns(
  unit: ReportUnit,
  year: string,
): ListColumns<NationalPictureAnswer['systems'][number]> {
  return {
    system: { heading: 'System', value: namedWithCode },
    region: { heading: 'Region', value: ({ region }) => region?.name ?? '' },
    status: { heading: 'Plan', value: ({ status }) => statusWords(status) },
    version: {
      heading: 'Version',
      value: ({ version, signedOn }) =>
        version === null ? '' : `Version ${version}${signedOn === null ? '' : `, signed ${signedOn}`}`,
    },
    figure: { heading: 'In the total', unit, value: ({ figures }) => figures[year] ?? 0 },
  };
}
