import { WORKFORCE_NAMES, type WorkforcePart } from './workforce-names';
import type { ReportTable } from '../reporting/module-report';
import { classShares, disparityRatio, type ClassCounts } from './equality-indicators';
import { clusterOf, membershipOf, workforceTypeOf, type Membership } from './membership';
import type { ProtectedAxis } from './protected-axis';
import { countsAt, everybody, yearEndMonths, type ReportedWorkforce } from './workforce-counts';

type Row = ReportTable['rows'][number];

const PARTS: readonly WorkforcePart[] = ['all', 'clinical', 'non-clinical', 'medical', 'not-classified'];

/** Shares of the scopes and of the parts of the workforce at the opening and each 31 March. */
export function sharesTable(workforce: ReportedWorkforce): ReportTable {
  const scopes = workforce.policy.clusters.filter((cluster) => cluster.return === 'scope');
  const rows = yearEndMonths(workforce).flatMap((month, place) => [
    ...scopes.map(({ label, ...cluster }) =>
      shareRow(
        month,
        label,
        countsAt(workforce, place, membershipOf({ ...cluster, label }, workforce.policy)),
      ),
    ),
    ...PARTS.slice(1).flatMap((part) => {
      const counts = countsAt(workforce, place, partMembership(part, workforce));
      return totalOf(counts) > 0 ? [shareRow(month, WORKFORCE_NAMES[part], counts)] : [];
    }),
  ]);
  return {
    key: 'shares',
    title: 'Shares by scope and part of the workforce',
    columns: [
      { key: 'month', label: 'At the end of', unit: 'month' },
      { key: 'scope', label: 'Scope', unit: 'text' },
      ...shareColumns(workforce.axis),
    ],
    rows,
  };
}

/** Shares by the clusters of the axis's own standard, each part of the workforce apart, opening and closing. */
export function clustersTable(workforce: ReportedWorkforce): ReportTable {
  const { policy, axis } = workforce;
  const months = yearEndMonths(workforce);
  const places = [0, months.length - 1];
  const clusters = policy.clusters.filter((cluster) => cluster.return === axis.standard);
  const rows = places.flatMap((place) => {
    const month = months[place] ?? '';
    const clustered = PARTS.slice(1).flatMap((part) =>
      clusters.flatMap((cluster) => {
        const isPart = partMembership(part, workforce);
        const isCluster = membershipOf(cluster, policy);
        const counts = countsAt(
          workforce,
          place,
          (group, band) => isPart(group, band) && isCluster(group, band),
        );
        return totalOf(counts) === 0
          ? []
          : [{ part: WORKFORCE_NAMES[part], ...shareRow(month, cluster.label, counts) }];
      }),
    );
    const memberships = clusters.map((cluster) => membershipOf(cluster, policy));
    const outside = countsAt(
      workforce,
      place,
      (group, band) => !memberships.some((isMember) => isMember(group, band)),
    );
    const rest =
      totalOf(outside) === 0
        ? []
        : [{ part: WORKFORCE_NAMES.all, ...shareRow(month, 'On no cluster of the return', outside) }];
    const whole = shareRow(month, 'All staff', countsAt(workforce, place, everybody));
    return [...clustered, ...rest, { part: WORKFORCE_NAMES.all, ...whole }];
  });
  const number = axis.standard === 'wres' ? 'WRES indicator 1' : 'WDES metric 1';
  return {
    key: 'clusters',
    title: `${number}: shares by the clusters of the return`,
    columns: [
      { key: 'month', label: 'At the end of', unit: 'month' },
      { key: 'part', label: 'Part of the workforce', unit: 'text' },
      { key: 'scope', label: 'Cluster', unit: 'text' },
      ...shareColumns(axis),
    ],
    rows,
  };
}

/** Disparity ratios between the tiers, clinical and non-clinical apart, at the opening and each 31 March. */
export function disparityTable(workforce: ReportedWorkforce): ReportTable {
  const rows = yearEndMonths(workforce).flatMap((month, place) =>
    (['clinical', 'non-clinical'] as const).map((part): Row => {
      const tier = (code: string): ClassCounts => tierCounts(workforce, place, code, part);
      const [lower, middle, upper] = [tier('lower-tier'), tier('middle-tier'), tier('upper-tier')];
      return {
        month,
        part: WORKFORCE_NAMES[part],
        lowerToMiddle: disparityRatio(lower, middle),
        middleToUpper: disparityRatio(middle, upper),
        lowerToUpper: disparityRatio(lower, upper),
      };
    }),
  );
  return {
    key: 'disparity',
    title: 'Disparity ratios of progression (1 is parity; above 1 the others progress more)',
    columns: [
      { key: 'month', label: 'At the end of', unit: 'month' },
      { key: 'part', label: 'Part of the workforce', unit: 'text' },
      { key: 'lowerToMiddle', label: 'Lower to middle', unit: 'ratio' },
      { key: 'middleToUpper', label: 'Middle to upper', unit: 'ratio' },
      { key: 'lowerToUpper', label: 'Lower to upper', unit: 'ratio' },
    ],
    rows,
  };
}

/** People of a tier of the disparity ratio in one part of the workforce. */
export function tierCounts(
  workforce: ReportedWorkforce,
  place: number,
  code: string,
  part: 'clinical' | 'non-clinical',
): ClassCounts {
  const cluster = clusterOf(code, workforce.policy);
  const isMember: Membership =
    cluster === undefined ? () => false : membershipOf(cluster, workforce.policy, part);
  return countsAt(workforce, place, isMember);
}

function partMembership(part: WorkforcePart, { policy }: ReportedWorkforce): Membership {
  if (part === 'all') return everybody;
  return (group) => (workforceTypeOf(group, policy) ?? 'not-classified') === part;
}

function totalOf({ characteristic, reference, unknown }: ClassCounts): number {
  return characteristic + reference + unknown;
}

function shareRow(month: string, scope: string, counts: ClassCounts): Row {
  return { month, scope, people: totalOf(counts), ...counts, ...sharesOf(counts) };
}

function sharesOf(counts: ClassCounts): Row {
  const { ofAll, ofKnown, unknown } = classShares(counts);
  return { shareOfAll: ofAll, shareOfKnown: ofKnown, shareUnknown: unknown };
}

function shareColumns({ label, standard }: ProtectedAxis): ReportTable['columns'] {
  return [
    { key: 'people', label: 'People', unit: 'headcount' },
    { key: 'characteristic', label, unit: 'headcount' },
    { key: 'reference', label: standard === 'wres' ? 'White' : 'Not disabled', unit: 'headcount' },
    { key: 'unknown', label: 'Not known', unit: 'headcount' },
    { key: 'shareOfAll', label: `${label}, share of all`, unit: 'share' },
    { key: 'shareOfKnown', label: `${label}, share of known`, unit: 'share' },
    { key: 'shareUnknown', label: 'Not known, share', unit: 'share' },
  ];
}
