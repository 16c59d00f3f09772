import type { ProjectionInput } from '../projection/projection-input';
import type { Compiled, CompileContext } from './compile-context';
import { rateContextOf } from './rate-context';
import { startGroups } from './start-state';

/** What modules compile from, and report from where they need the start state: of a checked input. */
export function projectionContext(input: ProjectionInput): Compiled<CompileContext> {
  const rates = rateContextOf(input);
  const started = startGroups(input, rates.assumptions);
  return { part: { ...rates, input, groups: started.part }, notices: started.notices };
}
