import type { DocumentKind } from '../sign-off';

export interface SectionChoice {
  readonly code: string;
  readonly label: string;
}

/** What a field of a section holds. */
export type SectionFieldKind =
  /** A line of text. */
  | { readonly kind: 'text' }
  /** Paragraphs. */
  | { readonly kind: 'long-text' }
  | { readonly kind: 'choice'; readonly choices: readonly SectionChoice[] }
  | {
      readonly kind: 'number';
      readonly unit: 'WTE' | 'people' | '£' | '%' | 'number';
      readonly minimum: number;
      readonly maximum: number;
      readonly decimals: number;
    }
  /** A day, `YYYY-MM-DD`. */
  | { readonly kind: 'date' }
  /** A financial year of the round, by its first calendar year. */
  | { readonly kind: 'year' }
  /** The id of an organisation at or below the document's own. */
  | { readonly kind: 'organisation' }
  /** The code of a staff group. */
  | { readonly kind: 'staff-group' }
  /** The id of a scenario of the plan's family. */
  | { readonly kind: 'scenario' }
  /** The id of a person who may lead clinically: the commitment of the same entry, or the plan as a whole. */
  | { readonly kind: 'clinical-lead' };

export type SectionField = SectionFieldKind & {
  readonly key: string;
  readonly label: string;
  /** What is asked for, in the planner's words. */
  readonly hint: string;
  /** Whether a document can leave its draft without it. */
  readonly isRequired: boolean;
  /** Required only where another field has one of these values. */
  readonly requiredWhen?: { readonly field: string; readonly is: readonly string[] };
};

/** Rows that a list has from the start: one for each choice of a field, in this order. */
export interface FixedRows {
  readonly field: string;
  /** The choices that every document answers; others of the field may be added. */
  readonly codes: readonly string[];
}

/** The parts under which pages and documents gather sections. */
export const SECTION_PARTS = [
  { code: 'summary', label: 'Summary and scope' },
  { code: 'services', label: 'Service commitments' },
  { code: 'leadership', label: 'Leadership and culture' },
  { code: 'best-place-to-work', label: 'Best place to work' },
  { code: 'transformation', label: 'Workforce transformation' },
  { code: 'efficiency', label: 'Productivity and money' },
  { code: 'devolution', label: 'Devolution and maturity' },
  { code: 'assurance', label: 'Engagement and risk' },
] as const;
export type SectionPart = (typeof SECTION_PARTS)[number]['code'];

/**
 * A section of a return or a system plan. Storage, validation, API, form and documents follow from it;
 * nothing is declared twice. Keys are never renamed or reused.
 */
export interface SectionDefinition {
  readonly key: string;
  readonly document: DocumentKind;
  readonly part: SectionPart;
  readonly label: string;
  readonly description: string;
  /** The numbered requirements that it answers. */
  readonly requirements: readonly string[];
  /** One entry, or as many as there are. */
  readonly shape: 'record' | 'list';
  readonly fixedRows?: FixedRows;
  /** The fewest entries with which a document can leave its draft. */
  readonly fewest: number;
  readonly fields: readonly SectionField[];
}

/** Text or a number; a field that is empty is left out. */
export type SectionValue = string | number;
export type SectionValues = Readonly<Record<string, SectionValue>>;

/** One entry of a section; `id` is stable while it is edited. */
export interface SectionEntry {
  readonly id: string;
  readonly values: SectionValues;
}

/** Section key -> its entries. */
export type SectionContents = Readonly<Record<string, readonly SectionEntry[]>>;
