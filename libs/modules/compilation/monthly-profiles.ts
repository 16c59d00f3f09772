import { MONTHLY_PROFILES, PROFILE_MONTHS, type ProfiledFlow } from '../growth/monthly-profiles.register';
import type { ProjectionInput } from '../projection/projection-input';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { nationalSeason, type Season } from './season';
import type { Timeline } from './timeline';

/** Place of the round's first year in values by year. */
const FIRST_YEAR = 1;

interface EnteredProfile {
  readonly flow: string;
  /** Null where the profile is that of every staff group. */
  readonly staffGroup: string | null;
  readonly isFirstYearOnly: boolean;
  readonly season: Season;
}

/** How yearly flows fall on the months of a timeline: as entered, else by the national season. */
export class MonthlyProfiles {
  private readonly entered: readonly EnteredProfile[];
  private readonly known = new Map<ProfiledFlow, Map<string, readonly number[]>>();

  constructor(
    input: Pick<ProjectionInput, 'registers'>,
    private readonly timeline: Timeline,
  ) {
    this.entered = registerRows(input, MONTHLY_PROFILES).map(enteredProfile).sort(nearestFirst);
  }

  /** The month's share of its year's total, one value per simulated month; a whole year sums to 1. */
  shares(flow: ProfiledFlow, staffGroup: string): readonly number[] {
    const ofFlow = this.known.get(flow) ?? new Map<string, readonly number[]>();
    this.known.set(flow, ofFlow);
    const shares = ofFlow.get(staffGroup) ?? this.sharesInForce(flow, staffGroup);
    ofFlow.set(staffGroup, shares);
    return shares;
  }

  private sharesInForce(flow: ProfiledFlow, staffGroup: string): readonly number[] {
    const ofFlow = this.entered.filter(
      (each) => each.flow === flow && (each.staffGroup === null || each.staffGroup === staffGroup),
    );
    const national = nationalSeason(flow);
    const { placeInYear, yearOfMonth } = this.timeline;
    return placeInYear.map((place, month) => {
      const inForce = ofFlow.find((each) => !each.isFirstYearOnly || yearOfMonth[month] === FIRST_YEAR);
      return (inForce?.season ?? national)[place] ?? 0;
    });
  }
}

function enteredProfile(row: RegisterRow): EnteredProfile {
  const shares = PROFILE_MONTHS.map((month) => row.number(month));
  const sum = shares.reduce((total, share) => total + share, 0);
  return {
    flow: row.text('flow'),
    staffGroup: row.optionalText('staffGroup'),
    isFirstYearOnly: row.text('years') === 'first-year',
    season: shares.map((share) => share / sum),
  };
}

/** Profiles of a staff group before those of all, of the first year before those of all years. */
function nearestFirst(left: EnteredProfile, right: EnteredProfile): number {
  return (
    Number(left.staffGroup === null) - Number(right.staffGroup === null) ||
    Number(right.isFirstYearOnly) - Number(left.isFirstYearOnly)
  );
}
