import type { ParameterDefinition } from '#modules/registry';
import type { Freshness, OrganisationReference } from './round-types';

export type { ParameterDefinition };
export type * from './round-types';
export type { Session, SignInOptions } from './session-types';

export interface OrganisationNode extends OrganisationReference {
  readonly parentId: string | null;
  /** Whether the person may change assumptions there, and make scenarios for it. */
  readonly canEdit: boolean;
}

/** Figures of one staff group by year; index 0 is 31 March before the round. WTE unless named otherwise. */
export interface StaffGroupLines {
  readonly staffInPost: readonly (number | null)[];
  readonly headcount: readonly (number | null)[];
  readonly availableFte: readonly (number | null)[];
  readonly establishment: readonly (number | null)[];
  readonly requirement: readonly (number | null)[];
  /** Pounds of the year; index 0 is null. */
  readonly payBill: readonly (number | null)[];
}

export interface OverviewStaffGroup {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly depth: number;
  readonly isLeaf: boolean;
  readonly lines: StaffGroupLines;
  readonly establishmentBasis: 'loaded' | 'assumed' | 'not-loaded';
  readonly vacancyRate: readonly (number | null)[];
  /** Requirement less staff in post, WTE. */
  readonly gap: readonly (number | null)[];
}

/** Opening + parts = closing; the parts carry their sign. */
export interface Bridge {
  readonly staffGroup: string;
  readonly unit: string;
  readonly opening: { readonly label: string; readonly value: number };
  readonly parts: readonly { readonly code: string; readonly label: string; readonly value: number }[];
  readonly closing: { readonly label: string; readonly value: number };
}

export interface OverviewYear {
  readonly year: number;
  readonly label: string;
  readonly kind: 'estimate' | 'projected';
}

export interface OverviewResult {
  readonly id: string;
  readonly kind: 'run' | 'roll-up';
  readonly engineVersion: string;
  readonly inputSha256: string;
  readonly resultSha256: string;
  readonly publishedAt: string;
}

export interface Coverage {
  readonly statement: string;
  readonly organisationsIncluded: number;
  readonly organisationsExpected: number;
  readonly bases: readonly { readonly basis: string; readonly label: string; readonly fte: number }[];
  readonly missing: readonly { readonly code: string; readonly name: string }[];
}

export interface OverviewNotice {
  readonly code: string;
  readonly staffGroup: string | null;
  readonly message: string;
  readonly amount: number | null;
}

export interface Overview {
  readonly scenario: { readonly id: string; readonly name: string; readonly roundId: string };
  readonly organisation: OrganisationReference;
  /** Null before the first publication; then there are no staff groups, bridge or baseline either. */
  readonly result: OverviewResult | null;
  readonly freshness: Freshness;
  readonly coverage: Coverage;
  readonly years: readonly OverviewYear[];
  readonly staffGroups: readonly OverviewStaffGroup[];
  readonly bridge: Bridge | null;
  readonly bridges: Readonly<Record<string, Bridge>>;
  readonly netting: {
    readonly joiners: number;
    readonly leavers: number;
    readonly statement: string;
  };
  readonly baseline: { readonly month: string; readonly openingFte: number } | null;
  readonly notices: readonly OverviewNotice[];
}

/** One organisation's part in a roll-up. */
export interface UnitStatus {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly freshness: Freshness;
  readonly quarantineReason: string | null;
}

export interface ProjectionStatus {
  readonly freshness: Freshness;
  readonly units: readonly UnitStatus[];
}

/** One server-sent event: the state of one organisation's projection. */
export interface UnitEvent {
  readonly organisationId: string;
  readonly state: Freshness['state'];
  readonly progress: number | null;
  readonly runId: string | null;
  readonly at: string;
}

export interface ParameterCatalogue {
  readonly modules: readonly { readonly code: string; readonly name: string }[];
  readonly parameters: readonly ParameterDefinition[];
}

export type AssumptionOperation = 'set' | 'add' | 'multiply';

/** Where the value of a cell comes from. */
export interface CellProvenance {
  /** `sum`: the number of a parent staff group, which is the sum of its groups. */
  readonly level: 'national-default' | 'scenario' | 'sum';
  readonly scenario: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly staffGroup: { readonly code: string; readonly name: string } | null;
  readonly year: number | null;
  readonly author: string | null;
  readonly at: string | null;
}

/** One resolved assumption. Shares are fractions. `version` 0 means that no row is stored here. */
export interface Cell {
  readonly year: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Of the own row; null where the value is inherited. */
  readonly operation: AssumptionOperation | null;
  /** What the own row sets, adds or multiplies by; null where the value is inherited. */
  readonly operand: number | null;
  readonly version: number;
  readonly own: boolean;
  readonly basis: string | null;
  readonly note: string | null;
  readonly source: string | null;
  readonly status: string | null;
  readonly provenance: CellProvenance;
  readonly local: { readonly value: number | null; readonly weight: number; readonly peer: number } | null;
}

export interface GridStaffGroup {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly depth: number;
  readonly isLeaf: boolean;
}

export interface AssumptionGridData {
  readonly scenario: { readonly id: string; readonly name: string };
  readonly organisation: OrganisationReference;
  readonly parameter: ParameterDefinition;
  readonly years: readonly { readonly year: number; readonly label: string }[];
  readonly rows: readonly { readonly staffGroup: GridStaffGroup; readonly cells: readonly Cell[] }[];
  readonly canEdit: boolean;
  readonly inputVersion: number;
}

/** Grids of several parameters of one unit. A parameter with one value for all years has it in the first. */
export interface GridSet extends Omit<AssumptionGridData, 'parameter' | 'rows'> {
  readonly grids: readonly Pick<AssumptionGridData, 'parameter' | 'rows'>[];
}

export interface AssumptionEdit {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
  readonly operation: AssumptionOperation | 'reset';
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly basis?: string;
  readonly note?: string;
  /** Version of the row that the edit was made on; 0 where there was none. */
  readonly baseVersion: number;
}

export interface AssumptionPatch {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly origin?: 'web' | 'import';
  readonly edits: readonly AssumptionEdit[];
}

export interface AppliedCell {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
  readonly cell: Cell;
}

export interface AssumptionPatchResult {
  readonly cells: readonly AppliedCell[];
  readonly inputVersion: number;
}

/** A cell that someone else changed after the version an edit was based on. */
export interface AssumptionConflict {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
  readonly mine: { readonly operation: string; readonly value: number | null };
  readonly theirs: {
    readonly operation?: AssumptionOperation | 'reset' | null;
    readonly value: number | null;
    readonly version: number;
    readonly author: string | null;
    readonly at: string | null;
  };
}

/** A rule that an edit breaks: what, and how to put it right. */
export interface AssumptionProblem {
  readonly pointer?: string;
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
  readonly rule: string;
  readonly message: string;
  readonly fix?: string;
}

export interface AssumptionHistoryEntry {
  readonly version: number;
  readonly operation: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly basis: string | null;
  readonly note: string | null;
  readonly reason: string | null;
  readonly origin: string;
  readonly author: string | null;
  readonly at: string;
}
