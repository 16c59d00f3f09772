import type { SectionContents } from '../sections';
import type { DocumentKind } from '../sign-off';

/** Year-end figures of an organisation: measure -> staff group -> year -> value. */
export type Figures = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** An organisation of the document, with its figures and what is known of its past. */
export interface CheckedOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly standing: 'own' | 'received' | 'partial';
  readonly figures: Figures;
  /** Mean yearly growth of WTE over the published years before the round, by staff group. */
  readonly pastGrowth: ReadonlyMap<string, number>;
}

/** An assumption of the document that says nothing of where it comes from. */
export interface UnfoundedAssumption {
  readonly organisation: string;
  readonly parameter: string;
}

/** Everything that the rules look at. */
export interface CheckMaterial {
  readonly kind: DocumentKind;
  /** First calendar years of the round's financial years. */
  readonly years: readonly number[];
  readonly organisations: readonly CheckedOrganisation[];
  /** Range of past growth among all organisations with a history, by staff group: their 10th and 90th in 100. */
  readonly peerGrowth: ReadonlyMap<string, readonly [low: number, high: number]>;
  readonly staffGroups: ReadonlyMap<string, string>;
  readonly contents: SectionContents;
  /** Commitments for which an organisation of the document has a workforce line. */
  readonly commitmentsWithLines: ReadonlySet<string>;
  readonly unfounded: readonly UnfoundedAssumption[];
  /** What was accepted from the optimiser and has no other basis yet. */
  readonly proposed: readonly UnfoundedAssumption[];
  /** Id of the organisation that the document belongs to. */
  readonly ownerId: string;
}

/** Something that a rule found. */
export interface Finding {
  /** What it is about, stable from one look to the next: organisation, staff group, year or entry. */
  readonly subject: string;
  readonly message: string;
  readonly fix: string;
}

/** The number at which a rule speaks, and where it comes from. */
export interface Threshold {
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

/**
 * A rule that documents are held against. An error keeps a document in its draft; a warning asks for a
 * reason.
 */
export interface CheckRule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly documents: readonly DocumentKind[];
  readonly label: string;
  readonly threshold: Threshold | null;
  readonly find: (material: CheckMaterial, threshold: number) => readonly Finding[];
}
