import { nationalDefaultsAsPeers, type PeerSource } from '#assumptions';
import type { Milestone } from '#plans';
import { peersKnownIn2019 } from './peers-2019';

/** A round that the demo opens: whose, which years, and what may be known when it is calibrated. */
export interface DemoRound {
  readonly name: string;
  readonly firstYear: number;
  readonly years: number;
  /** Date of the organisation tree, `YYYY-MM-DD`. */
  readonly treeAsAt: string;
  /** Last day of the baseline month; calibration reads nothing after it. */
  readonly baselineAsAt: string;
  /** Months of history that calibration looks at. */
  readonly historyMonths: number;
  readonly peers: PeerSource;
  /** What is projected: the employers of systems, or the nation as one. */
  readonly scope:
    { readonly kind: 'employers-of'; readonly systems: readonly string[] } | { readonly kind: 'nation' };
  /** The days by which returns and plans are due. */
  readonly milestones: readonly Milestone[];
}

/** The systems whose published history ships in full: West Yorkshire, and Derby and Derbyshire. */
export const DEMO_SYSTEMS = ['QWO', 'QJ2'] as const;

/** The rounds, the one to look at first coming first. */
export const DEMO_ROUNDS: readonly DemoRound[] = [
  {
    name: '2026/27 to 2030/31',
    firstYear: 2026,
    years: 5,
    treeAsAt: '2026-04-01',
    baselineAsAt: '2025-11-30',
    historyMonths: 36,
    peers: nationalDefaultsAsPeers,
    scope: { kind: 'employers-of', systems: DEMO_SYSTEMS },
    milestones: [
      { kind: 'organisation-return', state: 'received', dueOn: '2026-12-18' },
      { kind: 'system-plan', state: 'submitted', dueOn: '2027-01-29' },
      { kind: 'system-plan', state: 'regionally-agreed', dueOn: '2027-03-12' },
    ],
  },
  {
    name: '2019/20 to 2023/24',
    firstYear: 2019,
    years: 5,
    treeAsAt: '2019-04-01',
    baselineAsAt: '2019-03-31',
    historyMonths: 60,
    peers: peersKnownIn2019,
    scope: { kind: 'nation' },
    milestones: [{ kind: 'system-plan', state: 'submitted', dueOn: '2019-11-30' }],
  },
];

/** Names of the scenarios of a demo round: defaults below, the submission on top. */
export const CALIBRATED_DEFAULTS = 'Calibrated defaults';
export const PLAN_SUBMISSION = 'Plan submission';
