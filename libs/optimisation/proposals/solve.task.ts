import type { Asked } from './asked';
import type { GroupNames } from './compile-plan';

/** What an engine thread is given, as JSON. */
export interface SolveTask {
  readonly asked: Asked;
  /** JSON of each organisation's input, in the order of their codes. */
  readonly inputs: readonly string[];
  readonly names: GroupNames;
  /** Systems of the organisations, where there are several: places of their inputs. Empty for one system or less. */
  readonly systems: readonly {
    readonly code: string;
    readonly name: string;
    readonly inputs: readonly number[];
  }[];
}
