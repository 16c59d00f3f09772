import { pow } from '#engine';

/** A share above 1 by less than this is 1. */
const ROUNDING = 1e-12;

/**
 * Relative likelihood of appointment from shortlisting (WRES indicator 2), white over BME: above 1,
 * white candidates are the more likely to be appointed.
 *
 * @param white share of shortlisted white candidates who were appointed
 * @param bme share of shortlisted BME candidates who were appointed
 * @returns null where no BME candidate was appointed, for the ratio has no value then.
 * Source: NHS Workforce Race Equality Standard.
 */
export function relativeLikelihood(white: number, bme: number): number | null {
  return bme > 0 ? white / bme : null;
}

/** What a band of constant size must reach. Shares are fractions of the band. */
export interface RepresentationTarget {
  readonly start: number;
  readonly target: number;
  /** Annual probability of leaving the band, the same for everyone. */
  readonly annualExit: number;
  readonly years: number;
}

export interface RequiredAppointmentShare {
  /** Share of appointments that reaches the target; null where nobody leaves, so that nobody is appointed. */
  readonly share: number | null;
  /** `beyond-all-appointments`: above 1, or nobody is appointed. `reached-without`: below 0. */
  readonly feasibility: 'feasible' | 'beyond-all-appointments' | 'reached-without';
}

/**
 * Share of appointments needed so that a band of constant size moves from start to target:
 * `x = (target - start d) / (1 - d)`, `d = (1 - q)^n`. Source: projection model, section 4.
 */
export function requiredAppointmentShare(question: RepresentationTarget): RequiredAppointmentShare {
  const { start, target, annualExit, years } = question;
  return requiredShareWithRemaining(start, target, pow(1 - annualExit, years));
}

/**
 * The same with the share `d` of those in the band at the start who are still there at the date. A share
 * that is above 1 by rounding only is feasible.
 */
export function requiredShareWithRemaining(
  start: number,
  target: number,
  remaining: number,
): RequiredAppointmentShare {
  if (remaining === 1) {
    return { share: null, feasibility: target <= start ? 'reached-without' : 'beyond-all-appointments' };
  }
  const share = (target - start * remaining) / (1 - remaining);
  if (share > 1 + ROUNDING) return { share, feasibility: 'beyond-all-appointments' };
  return { share, feasibility: share < 0 ? 'reached-without' : 'feasible' };
}

/**
 * Share of appointments that a shortlist implies: `s / (s + RL (1 - s))`, with `s` the BME share of the
 * shortlist and `RL` the relative likelihood (white over BME).
 */
export function appointmentShareFromShortlist(shortlistShare: number, likelihood: number): number {
  return shortlistShare / (shortlistShare + likelihood * (1 - shortlistShare));
}
