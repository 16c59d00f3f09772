import type { ProjectionReach } from './calibrated-input';
import type { OrganisationSuccession, PublishedHistory } from './published-history';

/** What to look back on, and from where. */
export interface BacktestQuestion {
  readonly history: PublishedHistory;
  readonly successions: readonly OrganisationSuccession[];
  readonly trainTo: string;
  readonly horizon: number;
  /** Codes of health systems to score; all organisations if left out. */
  readonly systems?: readonly string[];
  readonly policyOf: ProjectionReach['policyOf'];
}
