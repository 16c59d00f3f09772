import { queryOptions } from '@tanstack/react-query';
import { apiGet } from './api-client';
import { ApiError } from './api-error';

/** Something that the person can and should see to. What does not apply is null. */
export interface AttentionItem {
  readonly kind:
    | 'plan-due'
    | 'projection-failed'
    | 'rule-broken'
    | 'reason-missing'
    | 'variance-flagged'
    | 'file-refused'
    | 'extract-blocked'
    | 'report-unread';
  readonly scenario: { readonly id: string; readonly name: string } | null;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly count: number;
  readonly message: string;
  readonly cell: { readonly parameter: string; readonly staffGroup: string; readonly year: number } | null;
  readonly due: { readonly roundId: string; readonly documentId: string | null } | null;
  readonly reportId: string | null;
}

/** What needs the person. */
export const attentionQuery = queryOptions({
  queryKey: ['attention'],
  queryFn: async ({ signal }) => (await apiGet<{ items: AttentionItem[] }>('/attention', {}, signal)).items,
});

/** When a round is recalculated by itself. */
export interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly roundId: string;
  readonly isEnabled: boolean;
  readonly nextDueAt: string | null;
  readonly lastFiring: { readonly slot: string; readonly firedAt: string; readonly unitsRung: number } | null;
}

/** The schedules; none for a person whose role does not show them. */
export const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  queryFn: async ({ signal }): Promise<readonly Schedule[]> => {
    try {
      return (await apiGet<{ schedules: Schedule[] }>('/schedules', {}, signal)).schedules;
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'forbidden') return [];
      throw error;
    }
  },
});
