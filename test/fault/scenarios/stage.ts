import type { Installation } from '../harness/installation';
import { TRUSTS } from '../harness/installation';
import { Planner } from '../harness/planner';
import { checkInvariants, type Verdict } from '../invariants/check';
import { converge } from '../invariants/converged';
import type { Scenario, Stage } from './scenario';

const YEARS = [2026, 2027, 2028, 2029, 2030] as const;

/** A scenario's outcome: a row of the table. */
export interface Outcome extends Verdict {
  readonly scenario: Scenario;
  readonly injections: number;
  readonly edits: number;
}

/** Brings the installation into health, signs a planner in, and gives scenarios what they work with. */
export async function setStage(installation: Installation): Promise<Stage> {
  await installation.heal();
  const planner = new Planner(installation);
  await planner.signIn();
  const { violations } = await converge(installation);
  if (violations.length > 0) throw new Error(`Not healthy at the start: ${JSON.stringify(violations)}`);
  const edit = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= 1) {
      const number = installation.ledger.acknowledged.length;
      const organisationId = installation.fixture.organisation(TRUSTS[number % TRUSTS.length] ?? 'RR8');
      const year = YEARS[number % YEARS.length] ?? 2026;
      await planner.save({ organisationId, year }, 0.05 + (number % 500) / 10_000);
    }
  };
  return { installation, planner, edit };
}

/** Runs a scenario from health to health and holds the installation against every invariant. */
export async function play(scenario: Scenario, installation: Installation): Promise<Outcome> {
  const stage = await setStage(installation);
  const before = installation.ledger.acknowledged.length;
  const injections = await scenario.run(stage);
  await installation.heal();
  const verdict = await checkInvariants(installation);
  return { scenario, injections, edits: installation.ledger.acknowledged.length - before, ...verdict };
}
