import { REGISTERS } from '../register/registers';
import { PLANNING_MODULES, type PlanningModule } from '../registry/parameter-definition';
import { PARAMETERS } from '../registry/registry';

/** The other modules whose results a module moves, by any of its parameters and registers, in the usual order. */
export function moduleFeeds(module: PlanningModule): readonly PlanningModule[] {
  const fed = new Set(
    [...PARAMETERS, ...REGISTERS].filter((each) => each.module === module).flatMap(({ feeds }) => feeds),
  );
  return PLANNING_MODULES.filter((other) => other !== module && fed.has(other));
}
