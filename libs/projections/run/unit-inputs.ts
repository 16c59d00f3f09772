import type { InputLayers } from '#assumptions';
import type { ProjectionInput } from '#modules/projection';
import type { ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';

/** What a unit is projected from. Both are read in the caller's transaction, so that they are of one moment. */
export interface UnitInputs {
  /** The versioned layers that the unit reads, and its input version. */
  layers(manager: EntityManager, unit: ProjectionUnit): Promise<InputLayers>;
  /** The complete input: baseline, resolved assumptions and policy. */
  build(manager: EntityManager, unit: ProjectionUnit): Promise<ProjectionInput>;
}
