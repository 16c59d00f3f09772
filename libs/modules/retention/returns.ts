import { EXIT_CAUSES, type EngineReturn, type ExitCause, type JoinerSource } from '#engine';

import type { CompileContext, StartGroup } from '../compilation';
import type { JoinerProfiles } from '../representation/compile';
import type { CompiledExits } from './compile';

interface ReturnKind {
  readonly source: JoinerSource;
  readonly cause: ExitCause;
  readonly share: string;
  readonly lag: string;
  readonly participation: string;
}

/** Who comes back, from what, and the parameters that say so. */
export const RETURN_KINDS: readonly ReturnKind[] = [
  {
    source: 'retire-and-return',
    cause: 'retirement',
    share: 'retention.retire-and-return-share',
    lag: 'retention.retire-and-return-lag',
    participation: 'retention.retire-and-return-participation',
  },
  {
    source: 'return-from-leave',
    cause: 'unpaid-leave',
    share: 'retention.leave-return-share',
    lag: 'retention.leave-length',
    participation: 'retention.leave-return-participation',
  },
];

/** Length of unpaid leave in whole months. */
export function leaveLength(
  staffGroup: string,
  { assumptions }: Pick<CompileContext, 'assumptions'>,
): number {
  return wholeMonths(assumptions.atStart('retention.leave-length', staffGroup));
}

/**
 * People who come back as a share of those who left: from retirement and from unpaid leave. Those who
 * left in the months before the baseline are taken to have left as in the first month, so that the first
 * returners do not wait for the lag to pass.
 */
export function compileReturns(
  start: StartGroup,
  exits: CompiledExits,
  profilesOf: (source: JoinerSource) => JoinerProfiles,
  { assumptions, input }: CompileContext,
): readonly EngineReturn[] {
  const { code } = start.group;
  return RETURN_KINDS.flatMap(({ source, cause, share, lag, participation }) => {
    const shares = assumptions.monthly(share, code);
    if (shares.every((each) => each === 0)) return [];
    const lagMonths = wholeMonths(assumptions.atStart(lag, code));
    const profiles = profilesOf(source);
    const isByAge = cause === 'retirement' && exits.retirementFactors !== null;
    return [
      {
        source,
        cause,
        share: shares,
        lagMonths,
        priorExits: new Array<number>(lagMonths).fill(firstMonthExits(start, exits, cause)),
        ftePerHead: start.participation * assumptions.atStart(participation, code),
        ...(isByAge
          ? ofRetiringAge(profiles, exits.retirementFactors ?? [], input.ethnicities.length)
          : profiles),
      },
    ];
  });
}

/** People at the start who are expected to leave for the cause in a month, other causes left aside. */
export function firstMonthExits(start: StartGroup, exits: CompiledExits, cause: ExitCause): number {
  const table = exits.exitProbability[EXIT_CAUSES.indexOf(cause)] ?? [];
  const { ageShares } = start.group;
  return start.totalHeadcount * ageShares.reduce((sum, share, age) => sum + share * (table[age] ?? 0), 0);
}

/** The cells of a profile in proportion to the hazard of retirement at their age. */
function ofRetiringAge(
  { profiles, profileOfMonth }: JoinerProfiles,
  factors: readonly number[],
  ethnicities: number,
): JoinerProfiles {
  return {
    profileOfMonth,
    profiles: profiles.map((profile) => {
      const weighed = profile.map(
        (share, cell) => share * (factors[Math.floor(cell / ethnicities) % factors.length] ?? 0),
      );
      const sum = weighed.reduce((total, share) => total + share, 0);
      return weighed.map((share) => share / sum);
    }),
  };
}

function wholeMonths(months: number): number {
  return Math.max(1, Math.round(months));
}
