import type { Asked } from './asked';
import type { GroupNames } from './compile-plan';

/** What an engine thread is given, as JSON. */
export interface SolveTask {
  readonly asked: Asked;
  /** JSON of each organisation's input, in the order of their codes. */
  readonly inputs: readonly string[];
  readonly names: GroupNames;
}
