import type { ComparedLine, WholeUnits } from '../variance/lines';
import type { Variance } from '../variance/variance';

/** From where on a variance is flagged: it must reach the share of the plan and the smallest size. */
export interface Threshold {
  /** Share of the plan, either way, from which on to watch, and from which on to act. */
  readonly watch: number;
  readonly act: number;
  /** Variances below this size, in smallest units of the line, are never flagged. */
  readonly smallest: WholeUnits;
}

export type Thresholds = Readonly<Record<ComparedLine, Threshold>>;
export const FLAGS = ['none', 'watch', 'act'] as const;
export type Flag = (typeof FLAGS)[number];

/** Hold until others are set. Judgement. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  substantive: { watch: 0.02, act: 0.05, smallest: 200 },
  bank: { watch: 0.1, act: 0.25, smallest: 200 },
  agency: { watch: 0.1, act: 0.25, smallest: 100 },
  pay: { watch: 0.01, act: 0.03, smallest: 1_000_000 },
  sickness: { watch: 0.1, act: 0.2, smallest: 250 },
  turnover: { watch: 0.1, act: 0.2, smallest: 250 },
};

/**
 * Whether a variance is to be watched or acted on. Either direction counts: fewer leavers than planned cost
 * money, too. Where nothing was planned, the smallest size alone decides, and it is to act on.
 */
export function flagOf({ plan, variance }: Pick<Variance, 'plan' | 'variance'>, threshold: Threshold): Flag {
  const size = Math.abs(variance);
  if (size === 0 || size < threshold.smallest) return 'none';
  if (plan === 0) return 'act';
  const share = size / Math.abs(plan);
  if (share >= threshold.act) return 'act';
  return share >= threshold.watch ? 'watch' : 'none';
}
