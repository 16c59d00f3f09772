import type { PlanStanding, PlanStatus } from '#plans';
import type { NamedPlace } from './national-position';

/** Lines of the national picture: sums that need no netting, and how they read. */
export const NATIONAL_LINES = [
  { code: 'fte', label: 'Staff in post (WTE)', unit: 'fte' },
  { code: 'requirement', label: 'Requirement (WTE)', unit: 'fte' },
  { code: 'bank-fte', label: 'Bank (WTE)', unit: 'fte' },
  { code: 'agency-fte', label: 'Agency (WTE)', unit: 'fte' },
  { code: 'pay-bill', label: 'Pay bill', unit: 'pounds' },
] as const;
export type NationalLine = (typeof NATIONAL_LINES)[number]['code'];

/** What is asked of the national picture: a line of a staff group, or of all staff. */
export interface NationalQuestion {
  readonly line: NationalLine;
  /** Null for all staff groups. */
  readonly staffGroup: string | null;
}

/** A year's figure, told apart by how far the plans behind it have come. */
export interface NationalCell {
  readonly year: number;
  readonly total: number;
  readonly byStatus: Readonly<Record<PlanStatus, number>>;
}

/** A plan that contributes to the picture. */
export interface ContributingSystem extends NamedPlace {
  readonly region: NamedPlace | null;
  readonly status: PlanStatus;
  /** The frozen version; null for a default. */
  readonly version: number | null;
  /** The last sign-off of the version, `YYYY-MM-DD`; null for a default. */
  readonly signedOn: string | null;
  readonly documentId: string | null;
  /** By year. */
  readonly figures: Readonly<Record<string, number>>;
  readonly organisations: readonly (NamedPlace & { readonly figures: Readonly<Record<string, number>> })[];
  /** Organisations that are not in the totals, and why. */
  readonly leftOut: readonly (NamedPlace & { readonly reason: string })[];
}

/** The picture of one line: England by year, and every plan behind each figure. */
export interface NationalPicture {
  readonly cells: readonly NationalCell[];
  readonly systems: readonly ContributingSystem[];
}

/** Adds plans up, in order of their codes. */
export function nationalPicture(
  plans: readonly PlanStanding[],
  regionOf: (plan: PlanStanding) => NamedPlace | null,
  question: NationalQuestion,
  years: readonly number[],
): NationalPicture {
  const systems = plans.map((plan) => systemOf(plan, regionOf(plan), question, years));
  return { systems, cells: years.map((year) => cellOf(systems, year)) };
}

function cellOf(systems: readonly ContributingSystem[], year: number): NationalCell {
  const byStatus = { agreed: 0, submitted: 0, default: 0 };
  for (const { status, figures } of systems) byStatus[status] += figures[String(year)] ?? 0;
  return { year, byStatus, total: byStatus.agreed + byStatus.submitted + byStatus.default };
}

function systemOf(
  { node, status, version, runs, leftOut }: PlanStanding,
  region: NamedPlace | null,
  question: NationalQuestion,
  years: readonly number[],
): ContributingSystem {
  const organisations = runs.map(({ organisation, figures }) => ({
    code: organisation.code,
    name: organisation.name,
    figures: Object.fromEntries(
      years.map((year) => [year, figureOf(figures[question.line], question, year)]),
    ),
  }));
  const sum = (year: number) =>
    organisations.reduce((total, { figures }) => total + (figures[String(year)] ?? 0), 0);
  return {
    code: node.code,
    name: node.name,
    region,
    status,
    version: version?.version ?? null,
    signedOn: version?.signOffs.at(-1)?.on ?? null,
    documentId: version?.documentId ?? null,
    figures: Object.fromEntries(years.map((year) => [year, sum(year)])),
    organisations,
    leftOut: leftOut.map(({ organisation, reason }) => ({
      code: organisation.code,
      name: organisation.name,
      reason,
    })),
  };
}

function figureOf(
  groups: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined,
  { staffGroup }: NationalQuestion,
  year: number,
): number {
  return Object.entries(groups ?? {})
    .filter(([code]) => staffGroup === null || code === staffGroup)
    .reduce((sum, [, values]) => sum + Number(values[String(year)] ?? 0), 0);
}
