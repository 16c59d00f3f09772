/** What an item is about. */
export const ATTENTION_KINDS = [
  'plan-due',
  'projection-failed',
  'rule-broken',
  'reason-missing',
  'variance-flagged',
  'file-refused',
  'extract-blocked',
  'report-unread',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** Something that a person can and should see to. What does not apply is null. */
export interface AttentionItem {
  readonly kind: AttentionKind;
  readonly scenario: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  /** How many cells, rows or problems it stands for. */
  readonly count: number;
  /** What is wrong, in a sentence; of several the first. */
  readonly message: string;
  /** The first of the cells. */
  readonly cell: { readonly parameter: string; readonly staffGroup: string; readonly year: number } | null;
  /** The return or plan that is due; of several the round whose they are. */
  readonly due: { readonly roundId: string; readonly documentId: string | null } | null;
  /** The quality report of an import. */
  readonly reportId: string | null;
}

/** Where a person may act: organisation ids. */
export interface AttentionReach {
  readonly personId: string;
  readonly edits: ReadonlySet<string>;
  readonly runs: ReadonlySet<string>;
  readonly extracts: ReadonlySet<string>;
  /** Whether the person imports published files. */
  readonly imports: boolean;
}

/** What an item is about; whatever else is known of a scenario or an organisation is left out. */
type About = Pick<AttentionItem, 'scenario' | 'organisation' | 'message'>;

/** One item of a kind, about one thing and nothing in particular of it. */
export function attentionItem(
  kind: AttentionKind,
  { scenario, organisation, message }: About,
): AttentionItem {
  return {
    kind,
    scenario: scenario === null ? null : { id: scenario.id, name: scenario.name },
    organisation:
      organisation === null
        ? null
        : { id: organisation.id, code: organisation.code, name: organisation.name },
    count: 1,
    message,
    cell: null,
    due: null,
    reportId: null,
  };
}
