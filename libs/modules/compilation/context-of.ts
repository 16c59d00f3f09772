import type { ProjectionInput } from '../projection/projection-input';
import type { CompileContext } from './compile-context';
import { rateContextOf } from './rate-context';
import { startGroups } from './start-state';

/** What every module compiles from, of an input, for what is reported after the projection. */
export function contextOf(input: ProjectionInput): CompileContext {
  const { assumptions, timeline } = rateContextOf(input);
  return { input, timeline, assumptions, groups: startGroups(input, assumptions).part };
}
