import { holds, namedWithCode, type ListColumns } from './list';

/** A frozen opening position. */
export interface BaselineSnapshot {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly asAt: string;
  readonly sha256: string;
  readonly source: string;
  readonly basis: string | null;
  readonly staffGroups: number;
  readonly headcount: number;
  readonly fte: number;
  readonly notices: readonly {
    readonly code: string;
    readonly staffGroup: string | null;
    readonly message: string;
  }[];
  readonly files: readonly string[];
  readonly frozenAt: string;
}

/** What an organisation of a round is projected from. */
export interface RoundBaseline {
  readonly organisation: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly type: string;
  };
  readonly snapshot: BaselineSnapshot | null;
  readonly lastChoice: { readonly reason: string; readonly author: string; readonly at: string } | null;
}

const BASES: Readonly<Record<string, string>> = {
  'esr-extract': 'Own ESR extract',
  'staff-in-post': 'Published staff in post',
  'absence-days': 'Published absence days, not staff in post',
  'workforce-statistics': 'Published workforce statistics',
};

/** What baselines can rest on, in words. */
export const BASIS_CODES = Object.keys(BASES);

/** What a baseline rests on, in words. */
export function basisText(basis: string | null): string {
  return basis === null ? 'Nothing' : (BASES[basis] ?? basis);
}

/** The baselines of organisations that hold a text and rest on something (`none` for nothing); empty for any. */
export function baselinesFound(
  baselines: readonly RoundBaseline[],
  { find, basis }: { readonly find: string; readonly basis: string },
): readonly RoundBaseline[] {
  return baselines
    .filter(({ organisation }) => holds(find, [organisation.name, organisation.code]))
    .filter(({ snapshot }) => basis === '' || (snapshot?.basis ?? 'none') === basis);
}

/** The snapshots whose organisation, day or hash holds a text. */
export function snapshotsFound(
  snapshots: readonly BaselineSnapshot[],
  find: string,
): readonly BaselineSnapshot[] {
  return snapshots.filter(({ organisation, sha256, asAt }) =>
    holds(find, [namedWithCode(organisation), sha256, asAt]),
  );
}

/** The opening positions of a round. */
export const BASELINE_COLUMNS = {
  organisation: { heading: 'Organisation', value: ({ organisation }) => namedWithCode(organisation) },
  basis: {
    heading: 'Stands on',
    value: ({ snapshot }) => (snapshot === null ? 'Not loaded' : basisText(snapshot.basis)),
  },
  asAt: { heading: 'As at', value: ({ snapshot }) => snapshot?.asAt ?? '' },
  wte: { heading: 'WTE', unit: 'fte', value: ({ snapshot }) => snapshot?.fte ?? null },
  headcount: {
    heading: 'Headcount',
    unit: 'headcount',
    value: ({ snapshot }) => snapshot?.headcount ?? null,
  },
  hash: { heading: 'Hash', value: ({ snapshot }) => snapshot?.sha256 ?? '' },
  why: {
    heading: 'Why',
    value: ({ lastChoice }) =>
      lastChoice === null ? 'As the round was opened' : `${lastChoice.reason} (${lastChoice.author})`,
  },
} satisfies ListColumns<RoundBaseline>;

/** Frozen opening positions. */
export const SNAPSHOT_COLUMNS = {
  organisation: { heading: 'Organisation', value: ({ organisation }) => namedWithCode(organisation) },
  asAt: { heading: 'As at', value: ({ asAt }) => asAt },
  wte: { heading: 'WTE', unit: 'fte', value: ({ fte }) => fte },
  headcount: { heading: 'Headcount', unit: 'headcount', value: ({ headcount }) => headcount },
  covers: { heading: 'What it covers', value: ({ source }) => source },
  frozen: { heading: 'Frozen', value: ({ frozenAt }) => frozenAt },
  hash: { heading: 'Hash', value: ({ sha256 }) => sha256 },
} satisfies ListColumns<BaselineSnapshot>;
