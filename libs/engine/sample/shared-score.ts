import { sqrt } from '../arithmetic';

/**
 * A standard score of which the share `rho` (of the variance) is common to all organisations:
 * `z = sqrt(rho) z_national + sqrt(1 - rho) z_own`. Any two organisations correlate by `rho`, so that
 * national sums keep the common part. Source: projection model, section 5.
 */
export function sharedScore(rho: number, national: number, own: number): number {
  return sqrt(rho) * national + sqrt(1 - rho) * own;
}
