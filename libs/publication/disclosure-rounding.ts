/** Values below this are hidden; it is also the rounding base. */
export const ROUNDING_BASE = 5;

export interface RoundedCell {
  readonly value: number | null;
  readonly status: '' | 'c';
}

/**
 * Rounds a real-valued count or FTE for publication: first half-up to a whole number, then the rule.
 * Deterministic in the value alone, so that an unchanged value is published unchanged.
 *
 * @throws RangeError when the value is negative or not finite: such a projection is defective.
 */
export function roundForPublication(trueValue: number): RoundedCell {
  if (!Number.isFinite(trueValue) || trueValue < 0) {
    throw new RangeError(`A value to publish must be finite and not negative; got ${trueValue}`);
  }
  const whole = Math.floor(trueValue + 0.5);
  if (whole < ROUNDING_BASE) return { value: null, status: 'c' };
  return { value: Math.floor(whole / ROUNDING_BASE + 0.5) * ROUNDING_BASE, status: '' };
}
