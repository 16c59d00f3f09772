import { simulate, type EngineInput, type JoinerSpread } from '#engine';

import type { CompiledProjection } from '../projection/compile-projection';
import { withShareOnBands, type ProfileLayout } from './appointment-shares';
import { profileLayout } from './compile';
import { classShares, type ClassCounts } from './equality-indicators';
import type { Membership } from './membership';
import type { RequiredAppointmentShare } from './wres';

/** A share above 1 by less than this is 1. */
const ROUNDING = 1e-12;

/** Which share is to be reached by whom and when. */
export interface AppointmentQuestion {
  readonly isMember: Membership;
  readonly target: number;
  /** Of everybody, unknown included, or of those known. */
  readonly basis: 'all' | 'known';
  /** Stock at which it is to be reached; 0 is the baseline. */
  readonly month: number;
  /** First simulated month (0 follows the baseline) whose appointments may differ. */
  readonly fromMonth: number;
}

/** The answer, with the shares that bound it. */
export interface RequiredShareOnProjection extends RequiredAppointmentShare {
  /** Share at the date as planned. */
  readonly asPlanned: number | null;
  /** Share at the date if every appointment (of known status) from the month on has the characteristic. */
  readonly most: number | null;
}

/**
 * Share of the joiners on the bands of the scope who must have the characteristic, from a month on, for the
 * scope to reach its target at its date on the real projection (its exits, moves, promotions and other
 * joiners). Nothing else in the model depends on who the joiners are, so that the stock is linear in the
 * share `x` and two runs solve it: `N(x) = N(0) + x (N(1) - N(0))`, `x = (target D - N(0)) / (N(1) -
 * N(0))`, `D` the people of the scope. Above 1 no appointments reach it. People who retire and return, and
 * joiners of unknown status, are left as they are. Source: projection model, section 4, general case.
 *
 * @throws RangeError if the projection carries no protected characteristic.
 */
export function requiredShareOnProjection(
  compiled: CompiledProjection,
  question: AppointmentQuestion,
): RequiredShareOnProjection {
  const at = (share: number): ClassCounts =>
    scopeAt(appointing(compiled, question, share), compiled, question);
  const planned = scopeAt(compiled.engine, compiled, question);
  const none = at(0);
  const every = at(1);
  const people = none.characteristic + none.reference + (question.basis === 'all' ? none.unknown : 0);
  const bounds = { asPlanned: shareOf(planned, question), most: shareOf(every, question) };
  const gained = every.characteristic - none.characteristic;
  if (gained <= ROUNDING * people) {
    const isReached = (bounds.asPlanned ?? 0) >= question.target;
    return { ...bounds, share: null, feasibility: isReached ? 'reached-without' : 'beyond-all-appointments' };
  }
  const share = (question.target * people - none.characteristic) / gained;
  if (share > 1 + ROUNDING) return { ...bounds, share, feasibility: 'beyond-all-appointments' };
  return { ...bounds, share, feasibility: share < -ROUNDING ? 'reached-without' : 'feasible' };
}

/** Share of a scope at a month end as planned; null where it is empty. */
export function plannedShare(
  compiled: CompiledProjection,
  question: Pick<AppointmentQuestion, 'isMember' | 'basis' | 'month'>,
): number | null {
  return shareOf(scopeAt(compiled.engine, compiled, question), question);
}

/** Share of a scope at the date with a share of appointments; null where it is empty. */
export function shareWithAppointments(
  compiled: CompiledProjection,
  question: AppointmentQuestion,
  share: number,
): number | null {
  return shareOf(scopeAt(appointing(compiled, question, share), compiled, question), question);
}

function shareOf(counts: ClassCounts, { basis }: Pick<AppointmentQuestion, 'basis'>): number | null {
  const { ofAll, ofKnown } = classShares(counts);
  return basis === 'all' ? ofAll : ofKnown;
}

function layoutOf({ context }: CompiledProjection): ProfileLayout {
  const layout = profileLayout(context.input);
  if (layout === null) throw new RangeError('the projection carries neither ethnicity nor disability');
  return layout;
}

/** The engine's input with the share among the appointments to the scope from the month on. */
function appointing(compiled: CompiledProjection, question: AppointmentQuestion, share: number): EngineInput {
  const { engine, context } = compiled;
  const layout = layoutOf(compiled);
  return {
    ...engine,
    groups: engine.groups.map((group, index) => {
      const own = context.groups[index];
      const isOnBand = (band: number): boolean =>
        own !== undefined && question.isMember(own.group, context.input.bands[band] ?? '');
      const changed = <Joiners extends JoinerSpread>(joiners: Joiners): Joiners => ({
        ...joiners,
        profiles: [
          ...joiners.profiles,
          ...joiners.profiles.map((profile) => withShareOnBands(profile, share, isOnBand, layout)),
        ],
        profileOfMonth: joiners.profileOfMonth.map((profile, month) =>
          month >= question.fromMonth ? profile + joiners.profiles.length : profile,
        ),
      });
      const { recruitment } = group;
      return { ...group, recruitment: { ...recruitment, sources: recruitment.sources.map(changed) } };
    }),
  };
}

/** People of the scope by class at the date. */
function scopeAt(
  engine: EngineInput,
  compiled: CompiledProjection,
  { isMember, month }: Pick<AppointmentQuestion, 'isMember' | 'month'>,
): ClassCounts {
  const { ages, classes, characteristic, reference } = layoutOf(compiled);
  const { input, groups } = compiled.context;
  const counts = { characteristic: 0, reference: 0, unknown: 0 };
  const uncosted = { ...engine, groups: engine.groups.map((group) => ({ ...group, costs: [] })) };
  simulate(uncosted, { cellMonths: [month] }).groups.forEach(({ headcountCells }, index) => {
    const own = groups[index];
    headcountCells[0]?.forEach((people, cell) => {
      const band = input.bands[Math.floor(cell / (ages * classes))] ?? '';
      if (own === undefined || !isMember(own.group, band)) return;
      const place = cell % classes;
      if (place === characteristic) counts.characteristic += people;
      else if (place === reference) counts.reference += people;
      else counts.unknown += people;
    });
  });
  return counts;
}
