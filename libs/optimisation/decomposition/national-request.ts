import type { ProjectionInput } from '#modules/projection';
import type { Lever } from '../model';
import type { Limit, Objective } from '../plan';

/** What one system may do, and what it must keep by itself. */
export interface SystemQuestion {
  readonly inputs: readonly ProjectionInput[];
  /** Pools of these are the system's own. */
  readonly levers: readonly Lever[];
  readonly limits: readonly Limit[];
}

/** A system of a nation, read again whenever it is its turn, so that one at a time is in memory. */
export interface NationalSystem {
  readonly code: string;
  readonly name: string;
  /** Always the same question. */
  read(): Promise<SystemQuestion>;
}

/** A limit over all systems together. */
export interface SharedLimit {
  readonly limit: Limit;
  /**
   * `of-size`: the bound is a multiple of what the systems have as planned; of a lever's units, of the heads of its
   * staff group.
   */
  readonly basis: 'amount' | 'of-size';
}

/** What is asked of the systems together. The risk of a sum is no sum of risks, and cannot be asked for. */
export interface NationalRequest {
  readonly objective: Exclude<Objective, { readonly kind: 'least-risk' }>;
  readonly shared: readonly SharedLimit[];
}

/** Where the work is. */
export interface NationalProgress {
  /** Figures as planned, each system's even part, prices and answers, the part that each is given, confirmation. */
  readonly stage: 'as-planned' | 'even-part' | 'prices' | 'given-part' | 'confirmed';
  /** Of prices and answers, from 1; 0 in the other stages. */
  readonly round: number;
  readonly system: string;
  /** Place of the system, from 0. */
  readonly place: number;
  readonly systems: number;
  /** Share of all work, 0 to 1. */
  readonly share: number;
}

/** How the work is watched and ended. */
export interface NationalControl {
  readonly onProgress: (progress: NationalProgress) => void;
  /** Throws where the caller has stopped waiting; asked before each system. */
  readonly check: () => void;
}
