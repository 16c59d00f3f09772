/** A fault as the API lists it. */
export interface Fault {
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
}

/** A person, an organisation or a scenario by name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export type DocumentKind = 'organisation-return' | 'system-plan';

/** How a document stands against a day of its round. */
export interface MilestoneStanding {
  readonly state: string;
  readonly dueOn: string;
  readonly reachedOn: string | null;
  readonly isLate: boolean;
  readonly daysLeft: number | null;
}

/** A return or plan in the list of a round; one that is not begun has no id. */
export interface DocumentSummary {
  readonly id: string | null;
  readonly kind: DocumentKind;
  readonly organisation: Named & { readonly code: string; readonly type: string };
  readonly systemId: string | null;
  readonly state: string;
  readonly stateLabel: string;
  readonly version: number | null;
  readonly updatedAt: string | null;
  readonly milestone: MilestoneStanding | null;
}

/** The returns and plans of a round. */
export interface RoundDocuments {
  readonly round: Named & { readonly state: 'open' | 'closed' };
  readonly documents: readonly DocumentSummary[];
}

/** A step that was taken. */
export interface TakenStep {
  readonly revision: number;
  readonly version: number;
  readonly action: string;
  readonly label: string;
  readonly slot: string | null;
  readonly slotLabel: string | null;
  readonly from: string;
  readonly to: string;
  readonly person: string;
  readonly principal: string | null;
  readonly reason: string | null;
  readonly decidedOn: string | null;
  readonly contentSha256: string | null;
  readonly at: string;
}

/** A signature, and who gives or gave it. */
export interface Signature {
  readonly code: string;
  readonly label: string;
  readonly group: string;
  readonly mayBeNotApplicable: boolean;
  readonly holders: readonly Named[];
  readonly isMine: boolean;
  readonly settledBy: TakenStep | null;
}

/** A step that the person may take. */
export interface OfferedStep {
  readonly action: string;
  readonly label: string;
  readonly slot: string | null;
  readonly slotLabel: string | null;
  readonly isForward: boolean;
  readonly needs: readonly ('reason' | 'date')[];
  readonly refusal: { readonly code: string; readonly message: string; readonly fix: string } | null;
}

interface DocumentState {
  readonly code: string;
  readonly label: string;
  readonly meaning: string;
  readonly isEditable: boolean;
}

/** A signature in someone else's hands. */
export interface Delegation {
  readonly id: string;
  readonly slot: string;
  readonly principal: string;
  readonly delegate: string;
  readonly validTo: string | null;
  readonly isMine: boolean;
}

/** A return or a system plan as it stands for the person. */
export interface SignOffDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly label: string;
  readonly organisation: Named & { readonly code: string; readonly type: string };
  readonly round: Named & { readonly firstYear: number; readonly years: number };
  readonly scenario: Named;
  readonly state: DocumentState;
  readonly version: number;
  readonly revision: number;
  readonly updatedAt: string;
  readonly states: readonly (DocumentState & { readonly milestone: MilestoneStanding | null })[];
  readonly slots: readonly Signature[];
  readonly steps: readonly TakenStep[];
  readonly offered: readonly OfferedStep[];
  readonly next: readonly { readonly label: string; readonly people: readonly Named[] }[];
  readonly missing: readonly Fault[];
  readonly delegations: readonly Delegation[];
  readonly delegates: readonly Named[];
  readonly versions: readonly {
    readonly version: number;
    readonly contentSha256: string;
    readonly person: string;
    readonly frozenAt: string;
  }[];
  readonly versionInForce: number | null;
  readonly canEdit: boolean;
}

export interface SectionChoice {
  readonly code: string;
  readonly label: string;
}

/** A field of a section. */
export interface SectionField {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  readonly isRequired: boolean;
  readonly requiredWhen?: { readonly field: string; readonly is: readonly string[] };
  readonly kind:
    | 'text'
    | 'long-text'
    | 'choice'
    | 'number'
    | 'date'
    | 'year'
    | 'organisation'
    | 'staff-group'
    | 'scenario'
    | 'clinical-lead';
  readonly choices?: readonly SectionChoice[];
  readonly unit?: string;
}

/** What a section asks for. */
export interface SectionDefinition {
  readonly key: string;
  readonly part: string;
  readonly label: string;
  readonly description: string;
  readonly requirements: readonly string[];
  readonly shape: 'record' | 'list';
  readonly fixedRows?: { readonly field: string; readonly codes: readonly string[] };
  readonly fewest: number;
  readonly fields: readonly SectionField[];
}

export interface SectionEntry {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A section with what is entered in it. */
export interface Section {
  readonly key: string;
  readonly version: number;
  readonly entries: readonly SectionEntry[];
  readonly author: string | null;
  readonly at: string | null;
}

/** Something that a document lacks to leave its draft. */
export interface MissingPart {
  readonly section: string;
  readonly entry: number | null;
  readonly field: string | null;
  readonly message: string;
}

/** What fields choose from. */
export interface SectionChoices {
  readonly organisations: readonly Named[];
  readonly staffGroups: readonly SectionChoice[];
  readonly scenarios: readonly Named[];
  readonly years: readonly number[];
  readonly clinicalLeads: readonly (Named & { readonly commitment: string | null })[];
}

/** The sections of a document. */
export interface DocumentSections {
  readonly documentId: string;
  readonly isEditable: boolean;
  readonly parts: readonly SectionChoice[];
  readonly definitions: readonly SectionDefinition[];
  readonly sections: readonly Section[];
  readonly missing: readonly MissingPart[];
  readonly choices: SectionChoices;
}

/** Something that the checks found. */
export interface CheckFinding {
  readonly key: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly subject: string;
  readonly message: string;
  readonly fix: string;
  readonly reason: string | null;
}

/** What the checks say of a document. */
export interface DocumentChecks {
  readonly findings: readonly CheckFinding[];
  readonly triangulation: {
    readonly years: readonly number[];
    readonly lines: readonly {
      readonly code: string;
      readonly label: string;
      readonly unit: 'WTE' | '£' | '£ for each WTE';
      readonly values: readonly (number | null)[];
    }[];
  };
  readonly contingent: {
    readonly years: readonly number[];
    readonly secured: readonly number[];
    readonly atRisk: readonly number[];
  };
  readonly netting: {
    readonly statement: string;
    readonly groups: readonly { readonly code: string; readonly label: string; readonly people: number }[];
  };
  readonly organisations: readonly (Named & { readonly standing: string; readonly scenario: string })[];
}

type Cell = string | number | null;

/** What one version has that another has not. */
export interface VersionDifference {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly {
    readonly organisation: string;
    readonly from: RunLabel | null;
    readonly to: RunLabel | null;
  }[];
  readonly entries: readonly {
    readonly section: string;
    readonly label: string;
    readonly entry: string;
    readonly change: 'added' | 'changed' | 'removed';
    readonly fields: readonly {
      readonly field: string;
      readonly label: string;
      readonly from: Cell;
      readonly to: Cell;
    }[];
  }[];
}

interface RunLabel {
  readonly standing: string;
  readonly scenario: string;
  readonly resultSha256: string;
}
