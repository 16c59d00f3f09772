import type { PlanSummary, Round, ScenarioSummary } from '../api/types';

/** Where a scenario stands: its round, and the plan that it is the submission of, if any. */
export interface PlanContext {
  readonly round: Round;
  readonly scenario: ScenarioSummary;
  readonly plan: PlanSummary | null;
}

/** Finds the round of a scenario and the plan of an organisation in it; null if the person sees neither. */
export function findPlanContext(
  rounds: readonly Round[],
  scenarioId: string,
  organisationIds: readonly string[],
): PlanContext | null {
  for (const round of rounds) {
    const scenario = round.scenarios.find((candidate) => candidate.id === scenarioId);
    if (scenario === undefined) continue;
    const plan = round.plans.find(
      (candidate) =>
        candidate.scenario.id === scenarioId && organisationIds.includes(candidate.organisation.id),
    );
    return { round, scenario, plan: plan ?? null };
  }
  return null;
}

/** The scenario whose figures stand for the round: that of its plans, else its submission, else its newest. */
export function leadingScenario(round: Round): ScenarioSummary | null {
  const planned = round.plans[0]?.scenario.id;
  return (
    round.scenarios.find((scenario) => scenario.id === planned) ??
    round.scenarios.find((scenario) => scenario.kind === 'plan') ??
    round.scenarios.at(-1) ??
    null
  );
}
