import type { CheckedFinding, NettedList, SecuredLines, Triangulation } from '../checks';
import type { SectionContents } from '../sections';
import type { DocumentKind } from '../sign-off';

/** A run that a frozen version rests on, with everything it takes to recompute it. */
export interface FrozenRun {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  /**
   * `received` where it is the run of a return that the system has received, `partial` where the organisation
   * has not come that far, `own` in a return.
   */
  readonly standing: 'own' | 'received' | 'partial';
  /** Version of the return; null where none is received. */
  readonly returnVersion: number | null;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly runId: string;
  readonly inputSha256: string;
  readonly resultSha256: string;
  readonly engineVersion: string;
  readonly seed: string;
  readonly draws: number;
  /** Hash of the opening position; null where none is loaded. Versions frozen earlier do not have it. */
  readonly baselineSha256?: string | null;
  /** Year-end figures: measure -> staff group -> financial year (its first calendar year) -> decimal text. */
  readonly figures: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

/** An organisation of the plan that is not in its totals, and why. */
export interface LeftOutOrganisation {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly reason: string;
}

/** Everything that a version freezes. Its canonical JSON is what is signed. */
export interface VersionContent {
  readonly format: 'wholetime-plan-version/1';
  readonly kind: DocumentKind;
  readonly documentId: string;
  readonly version: number;
  readonly organisation: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly type: string;
  };
  readonly round: {
    readonly id: string;
    readonly name: string;
    readonly firstYear: number;
    readonly years: number;
  };
  readonly scenario: { readonly id: string; readonly name: string };
  readonly runs: readonly FrozenRun[];
  readonly leftOut: readonly LeftOutOrganisation[];
  readonly sections: SectionContents;
  /** What the checks found, each with its reason, and figures held against one another. */
  readonly checks: {
    readonly findings: readonly CheckedFinding[];
    readonly triangulation: Triangulation;
    readonly contingent: SecuredLines;
    readonly netting: NettedList;
  };
  /** Names of the people whom the sections name, by id. */
  readonly people: Readonly<Record<string, string>>;
}
