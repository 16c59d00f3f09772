import { ExitRates } from './exit-rates';
import { type ExpectedRates, expectedRatesOf } from './expected-rates';
import type { AgeTransition } from './kernel';
import type { Layout } from './layout';
import { type GroupLedger, emptyOutput } from './ledger';
import type { EngineGroup, GroupChance } from './model';
import { GroupRecruitment } from './recruitment';
import { type GroupStocks, type WorkingStocks, openingStocks } from './state';

/** One group on its way through the months: input, compiled rates and joiners, stocks and output. */
export interface GroupWork {
  readonly source: EngineGroup;
  readonly ledger: GroupLedger;
  readonly rates: ExitRates;
  readonly recruitment: GroupRecruitment;
  readonly stocks: GroupStocks;
  readonly transition: AgeTransition;
  /** Share of the survivors of each band that keeps its band in the month in hand. */
  readonly keeps: Float64Array;
  /** The share that leaves its band, at the place of each pair of an age band. */
  readonly leavesBand: Float64Array;
  /** Exits of the month in hand by age, joiners' own exits included. */
  readonly exits: Float64Array;
  /** Of a small team whose flows are decided by chance. */
  readonly chance: GroupChance | undefined;
  readonly expectedRates: ExpectedRates;
}

export function groupWork(
  source: EngineGroup,
  layout: Layout,
  working: WorkingStocks,
  chance?: GroupChance,
): GroupWork {
  const pairsByAge = (): Float64Array => new Float64Array(2 * layout.ages);
  return {
    source,
    ledger: emptyOutput(source, layout),
    rates: new ExitRates(source, layout),
    recruitment: new GroupRecruitment(source, layout, chance),
    stocks: openingStocks(source, layout, working),
    transition: {
      survives: pairsByAge(),
      stays: pairsByAge(),
      arrives: pairsByAge(),
      present: pairsByAge(),
    },
    keeps: new Float64Array(layout.bands).fill(1),
    leavesBand: new Float64Array(layout.slabSize),
    exits: new Float64Array(layout.ages),
    chance,
    expectedRates: expectedRatesOf(layout, source.exitProbability.length),
  };
}
