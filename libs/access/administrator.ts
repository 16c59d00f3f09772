/** Who administers, and the piece of work that it belongs to, as in the logs and the audit trail. */
export interface Administrator {
  readonly id: string;
  readonly correlationId: string | null;
}
