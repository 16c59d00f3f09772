import type { Installation } from '../harness/installation';
import { answersFair, backToConstant } from './afterwards';
import { converge } from './converged';
import { recomputedAlike } from './recomputed';
import { audited, editsKept, nothingLeftOpen, publicationsInOrder, runsWhole } from './stored';
import type { Violation } from './violation';

/** What was found after the faults had healed. */
export interface Verdict {
  /** From the moment everything ran again until everything entered was published. */
  readonly recoverySeconds: number;
  /** Empty when every promise was kept. */
  readonly violations: readonly Violation[];
}

/** Waits until the installation has caught up, then holds it against every invariant. */
export async function checkInvariants(
  installation: Installation,
  { limitMilliseconds }: { readonly limitMilliseconds?: number } = {},
): Promise<Verdict> {
  const { seconds, violations } = await converge(installation, limitMilliseconds);
  const found = [
    ...violations,
    ...(await editsKept(installation)),
    ...(await publicationsInOrder(installation)),
    ...(await runsWhole(installation)),
    ...(await nothingLeftOpen(installation)),
    ...(await recomputedAlike(installation)),
    ...(await audited(installation)),
    ...(await backToConstant(installation)),
    ...answersFair(installation),
  ];
  return { recoverySeconds: seconds, violations: found };
}
