import { ExitRates } from './exit-rates';
import type { AgeTransition } from './kernel';
import type { Layout } from './layout';
import { type GroupLedger, emptyOutput } from './ledger';
import type { EngineGroup } from './model';
import { GroupRecruitment } from './recruitment';

/** One group's input, its compiled rates and joiners, its working values and its output. */
export interface GroupWork {
  readonly index: number;
  readonly source: EngineGroup;
  readonly ledger: GroupLedger;
  readonly rates: ExitRates;
  readonly recruitment: GroupRecruitment;
  /** What happens to people and to FTE in the month in hand; FTE includes the change of participation. */
  readonly headcountTransition: AgeTransition;
  readonly fteTransition: AgeTransition;
}

function ageTransition(ages: number): AgeTransition {
  return {
    survives: new Float64Array(ages),
    stays: new Float64Array(ages),
    passes: new Float64Array(ages),
    present: new Float64Array(ages),
  };
}

export function groupWork(source: EngineGroup, index: number, layout: Layout): GroupWork {
  return {
    index,
    source,
    ledger: emptyOutput(source, layout),
    rates: new ExitRates(source, layout),
    recruitment: new GroupRecruitment(source, layout),
    headcountTransition: ageTransition(layout.ages),
    fteTransition: ageTransition(layout.ages),
  };
}
