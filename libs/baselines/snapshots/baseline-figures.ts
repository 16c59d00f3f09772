import type { BaselineBasis, ProjectionNotice } from '#modules/projection';

/** FTE are published to the fifth decimal: what is smaller is noise of the subtraction. */
const FTE_PRECISION = 1e5;

/** What was published about one staff group of one organisation at the baseline month. */
export interface GroupEvidence {
  readonly staffGroupCode: string;
  readonly isMedical: boolean;
  /** Staff in post at the month end; null when it was not published. */
  readonly staffInPost: { readonly headcount: number; readonly fte: number } | null;
  /** Average FTE from absence days; undefined when not published, null when withheld. */
  readonly absenceFte: number | null | undefined;
  /** National FTE per head and its month (`YYYY-MM`); null when it is not loaded. */
  readonly participation: { readonly ftePerHead: number; readonly month: string } | null;
}

export interface OrganisationEvidence {
  readonly groups: readonly GroupEvidence[];
  /** Average FTE of all staff from absence days; null when withheld or not published. */
  readonly absenceFteAllStaff: number | null;
}

/** The opening position of one staff group. */
export interface GroupFigure {
  readonly staffGroupCode: string;
  readonly headcount: number;
  readonly fte: number;
  readonly basis: BaselineBasis;
  /** How the figure was come by, where it is not simply a published one. */
  readonly note: string | null;
}

export interface BaselineFigures {
  readonly figures: readonly GroupFigure[];
  readonly notices: readonly ProjectionNotice[];
}

/**
 * The opening position of an employer. Published staff in post counts for groups that are not medical
 * (the turnover files leave resident doctors out); all else comes from absence days, where headcount = FTE /
 * national FTE per head. A withheld group gets an equal share of what all staff leave over the groups that
 * are known. Groups without staff are left out.
 */
export function deriveFigures(evidence: OrganisationEvidence): BaselineFigures {
  const notices: ProjectionNotice[] = [];
  const withheldFte = shareOfWithheld(evidence);
  const figures = evidence.groups.flatMap((group) => figureOf(group, withheldFte, notices));
  return { figures: figures.filter(({ headcount, fte }) => headcount > 0 || fte > 0), notices };
}

function figureOf(
  group: GroupEvidence,
  withheldFte: number | null,
  notices: ProjectionNotice[],
): GroupFigure[] {
  const { staffGroupCode, staffInPost, absenceFte } = group;
  if (staffInPost !== null && !group.isMedical) {
    return [{ staffGroupCode, ...staffInPost, basis: 'staff-in-post', note: null }];
  }
  if (absenceFte === undefined) return [];
  const fte = absenceFte ?? withheldFte;
  if (fte === null || (absenceFte === null && fte === 0)) {
    notices.push({
      code: 'baseline-withheld',
      staffGroup: staffGroupCode,
      message:
        'The published figure is withheld and the total of all staff leaves nothing for it: the group is not in the baseline.',
      amount: null,
    });
    return [];
  }
  if (absenceFte === null) {
    notices.push({
      code: 'baseline-estimated',
      staffGroup: staffGroupCode,
      message: 'The published figure is withheld: estimated as a share of all staff less the known groups.',
      amount: fte,
    });
  }
  return [withHeadcount(group, fte, notices)];
}

function withHeadcount(group: GroupEvidence, fte: number, notices: ProjectionNotice[]): GroupFigure {
  const { staffGroupCode, participation } = group;
  const origin =
    group.absenceFte === null ? 'FTE estimated (withheld)' : 'FTE days available / days in month';
  const common = { staffGroupCode, fte, basis: 'absence-days' } as const;
  if (participation === null) {
    notices.push({
      code: 'baseline-headcount-unknown',
      staffGroup: staffGroupCode,
      message: 'No national FTE per head is loaded: headcount is taken as the FTE.',
      amount: fte,
    });
    return { ...common, headcount: fte, note: `${origin}; headcount taken as the FTE` };
  }
  const { ftePerHead, month } = participation;
  return {
    ...common,
    headcount: fte / ftePerHead,
    note: `${origin}; headcount = FTE / national FTE per head ${ftePerHead.toFixed(4)} (England, ${month})`,
  };
}

/** An equal share, for each withheld group, of all staff less the groups that are known. */
function shareOfWithheld({ groups, absenceFteAllStaff }: OrganisationEvidence): number | null {
  const withheld = groups.filter(({ absenceFte }) => absenceFte === null).length;
  if (withheld === 0 || absenceFteAllStaff === null) return null;
  const known = groups.reduce((sum, { absenceFte }) => sum + (absenceFte ?? 0), 0);
  const left = Math.round((absenceFteAllStaff - known) * FTE_PRECISION) / FTE_PRECISION;
  return Math.max(0, left) / withheld;
}
