import type { InputFault } from '#platform';
import type { Thresholds } from '../flags/flags';
import { COMPARED_LINE_NAMES } from '../variance/lines';

/** What is wrong with thresholds, line by line; none where they can be used. */
export function thresholdFaults(thresholds: Thresholds): readonly InputFault[] {
  return COMPARED_LINE_NAMES.filter((line) => thresholds[line].watch > thresholds[line].act).map((line) => ({
    pointer: `/thresholds/${line}/watch`,
    rule: 'watch-before-act',
    message: `Of ${line} it is to act from ${thresholds[line].act} on, before it is to watch from ${thresholds[line].watch} on.`,
    fix: 'Watch from a share on that is no larger than the share to act from.',
  }));
}
