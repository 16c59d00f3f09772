/** What a shortfall compares, FTE; planned absence is the share that the requirement allows for. */
export interface ShortfallParts {
  readonly requirement: number;
  readonly plannedAbsence: number;
  readonly available: number;
  /** Bank, agency and backfill for apprentices. */
  readonly temporary: number;
}

/**
 * FTE missing after temporary staff: `max(0, requirement (1 - planned absence) - available - temporary)`.
 * Source: projection model, section 1.
 */
export function shortfall({ requirement, plannedAbsence, available, temporary }: ShortfallParts): number {
  return Math.max(0, requirement * (1 - plannedAbsence) - available - temporary);
}
