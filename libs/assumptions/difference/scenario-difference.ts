import type { RegisterEntry } from '#modules/register';
import type { ParameterDefinition } from '#modules/registry';
import type { OrganisationNode } from '#organisations';
import type { AssumptionCell } from '../cell';
import type { GridYear } from '../grid';
import type { ChainScenario } from '../scenario-chain.repository';
import type { StaffGroupNode } from '../staff-group.repository';

/** A value in force on one side of a difference. */
export type DifferenceCell = Pick<
  AssumptionCell,
  'year' | 'value' | 'low' | 'high' | 'provenance' | 'source' | 'note'
>;

/** One assumption whose values differ in some year: the values in force of all years, on both sides. */
export interface DifferentAssumption {
  readonly parameter: ParameterDefinition;
  readonly staffGroup: Pick<StaffGroupNode, 'code' | 'name'>;
  /** `All years` alone for a parameter without years. */
  readonly years: readonly GridYear[];
  readonly base: readonly DifferenceCell[];
  readonly changed: readonly DifferenceCell[];
}

/** One entry of a register that is in force on one side only, or with other values. */
export interface DifferentEntry {
  readonly register: string;
  readonly entryKey: string;
  /** The organisation that the entry is kept at. */
  readonly organisation: Pick<OrganisationNode, 'id' | 'code' | 'name'> | null;
  readonly base: RegisterEntry['values'] | null;
  readonly changed: RegisterEntry['values'] | null;
}

/** An organisation below with entries of its own in one of the two scenarios. */
export interface ChangedBelow {
  readonly organisation: Pick<OrganisationNode, 'id' | 'code' | 'name' | 'type'>;
  /** Values entered there in a scenario that only one side reads. */
  readonly values: number;
}

/** What two scenarios of a round assume differently at one organisation node. */
export interface ScenarioDifference {
  readonly organisation: Pick<OrganisationNode, 'id' | 'code' | 'name' | 'type'>;
  readonly base: ChainScenario;
  readonly changed: ChainScenario;
  readonly assumptions: readonly DifferentAssumption[];
  readonly entries: readonly DifferentEntry[];
  readonly below: readonly ChangedBelow[];
}
