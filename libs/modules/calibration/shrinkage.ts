import type { CalibratedFigure, PeerEvidence } from './calibration-evidence';

/** Distance from P50 to P90 of a normal distribution, in standard deviations. */
export const P90_DEVIATIONS = 1.2815515655446004;

/** A local estimate whose sampling variance is `noisePerHead / headcount`. */
export interface LocalEstimate {
  readonly value: number;
  readonly headcount: number;
  readonly noisePerHead: number;
  /** Standard deviation of what passes within a year however large the group; none if left out. */
  readonly passing?: number;
  /** What the local figure is, for the sentence: `own sickness over the last 12 months`. */
  readonly description: string;
}

/** How the result is bounded and told. */
export interface Shrinkage {
  readonly peer: PeerEvidence;
  /** Standard deviation of the true figure between organisations. */
  readonly between: number;
  /** Standard deviation of the change from one year to the next. */
  readonly yearly: number;
}

/**
 * Empirical-Bayes estimate: `w local + (1 - w) peer` with
 * `w = between^2 / (between^2 + passing^2 + noise per head / n)`, so that a small team leans on its peers and a
 * large trust speaks for itself. Without a passing part that is `n / (n + k)`,
 * `k = noise per head / between^2`. Low and high are P10 and P90 of what remains uncertain.
 */
export function shrink(local: LocalEstimate | null, { peer, between, yearly }: Shrinkage): CalibratedFigure {
  const weight = local ? weightOf(local, between) : 0;
  const result = weight * (local?.value ?? 0) + (1 - weight) * peer.value;
  const deviation = Math.sqrt(between * between * (1 - weight) + yearly * yearly);
  return {
    local: local?.value ?? null,
    peer: peer.value,
    weight,
    result,
    low: result - P90_DEVIATIONS * deviation,
    high: result + P90_DEVIATIONS * deviation,
    basis: sentence(local, weight, peer),
  };
}

function weightOf({ headcount, noisePerHead, passing = 0 }: LocalEstimate, between: number): number {
  if (headcount <= 0) return 0;
  return (between * between) / (between * between + passing * passing + noisePerHead / headcount);
}

/** Standard deviation between organisations implied by a peer range of P10 to P90. */
export function deviationOfRange(peer: PeerEvidence, fallback: number): number {
  if (peer.low === undefined || peer.high === undefined || peer.high <= peer.low) return fallback;
  return (peer.high - peer.low) / (2 * P90_DEVIATIONS);
}

function sentence(local: LocalEstimate | null, weight: number, peer: PeerEvidence): string {
  const peerText = `${percent(peer.value)} (${peer.source})`;
  if (!local) return `No usable local history; ${peerText} taken as it is.`;
  const share = `${Math.round(weight * 100)} %`;
  return `${local.description} ${percent(local.value)}, weight ${share}; the rest ${peerText}.`;
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)} %`;
}
