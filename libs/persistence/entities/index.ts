import * as access from './access.entities';
import * as baseline from './baseline.entities';
import * as doorbell from './doorbell.entities';
import * as esr from './esr.entities';
import * as history from './history.entities';
import * as monitoring from './monitoring.entities';
import * as nationalInputs from './national-inputs.entities';
import * as monthly from './monthly.entities';
import * as organisation from './organisation.entities';
import * as plan from './plan.entities';
import * as planning from './planning.entities';
import * as projection from './projection.entities';
import * as proposal from './proposal.entities';
import * as publication from './publication.entities';
import * as range from './range.entities';
import * as signOff from './sign-off.entities';
import * as staffGroup from './staff-group.entities';
import * as webhook from './webhook.entities';

/** A class that stands for a table. */
type EntityClass = new () => object;

export * from './access.entities';
export * from './baseline.entities';
export * from './doorbell.entities';
export * from './esr.entities';
export * from './history.entities';
export * from './monitoring.entities';
export * from './national-inputs.entities';
export * from './monthly.entities';
export * from './organisation.entities';
export * from './plan.entities';
export * from './planning.entities';
export * from './projection.entities';
export * from './proposal.entities';
export * from './publication.entities';
export * from './range.entities';
export * from './sign-off.entities';
export * from './staff-group.entities';
export * from './webhook.entities';

/** Every table as an entity, for the data source. */
export const ENTITIES: readonly EntityClass[] = [
  organisation,
  staffGroup,
  history,
  esr,
  monthly,
  baseline,
  planning,
  projection,
  doorbell,
  plan,
  access,
  publication,
  proposal,
  range,
  signOff,
  monitoring,
  nationalInputs,
  webhook,
].flatMap((area) => Object.values<EntityClass>(area));
