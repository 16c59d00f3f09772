import type { Overview, OverviewStaffGroup } from '../api/types';

/** A staff group with the given staff in post and requirement by year; nothing else is loaded. */
export function staffGroup(
  code: string,
  staffInPost: readonly number[],
  requirement: readonly (number | null)[],
): OverviewStaffGroup {
  const nothing = staffInPost.map(() => null);
  return {
    code,
    name: code.replaceAll('-', ' '),
    parentCode: code === 'all-staff' ? null : 'all-staff',
    depth: code === 'all-staff' ? 0 : 1,
    isLeaf: code !== 'all-staff',
    lines: {
      staffInPost,
      headcount: staffInPost,
      availableFte: staffInPost,
      establishment: nothing,
      requirement,
      payBill: nothing,
    },
    establishmentBasis: 'not-loaded',
    vacancyRate: nothing,
    gap: staffInPost.map((value, index) => (requirement[index] ?? value) - value),
  };
}

/** The overview of a trust over three years with the given staff groups. */
export function overviewOf(staffGroups: readonly OverviewStaffGroup[]): Overview {
  const bridge = {
    staffGroup: 'all-staff',
    unit: 'fte',
    opening: { label: 'Opening', value: 100 },
    parts: [],
    closing: { label: 'Closing', value: 100 },
  };
  return {
    scenario: { id: 'scenario', name: 'Plan submission', roundId: 'round' },
    organisation: { id: 'trust', code: 'RR8', name: 'Leeds Teaching Hospitals NHS Trust', type: 'trust' },
    result: {
      id: 'run',
      kind: 'run',
      engineVersion: 'e',
      inputSha256: 'i',
      resultSha256: 'r',
      publishedAt: '2026-11-22T09:00:00Z',
    },
    freshness: {
      state: 'up-to-date',
      publishedAt: '2026-11-22T09:00:00Z',
      runId: 'run',
      progress: null,
      message: null,
    },
    coverage: { statement: '', organisationsIncluded: 1, organisationsExpected: 1, bases: [], missing: [] },
    years: [2025, 2026, 2027].map((year) => ({
      year,
      label: `${year}/${year - 1999}`,
      kind: year === 2025 ? 'estimate' : 'projected',
    })),
    staffGroups,
    bridge,
    bridges: { 'all-staff': bridge },
    netting: { joiners: 0, leavers: 0, statement: '' },
    baseline: { month: '2026-08', openingFte: 100 },
    notices: [],
  };
}
