import { leverTotals, type PlanProposal } from '#optimisation/plan';
import type { SystemPlan } from './system-plan';

const MOST_BINDING = 8;

/** A number with so many digits. */
export const number = (value: number, digits = 1): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
/** Millions of pounds. */
export const pounds = (value: number): string => `£${number(value / 1e6, 2)}m`;
/** A figure of a limit, whatever its unit. */
export const figure = (value: number): string =>
  Math.abs(value) >= 1e6 ? pounds(value) : number(value, Math.abs(value) < 2 ? 4 : 1);

/** A system's plan as the command prints it. */
export function systemPlanText(name: string, plan: SystemPlan): string {
  const { aim, proposal, seconds, organisations } = plan;
  return [
    `${name}: ${organisations} organisations`,
    `${aim.label}: ${number(aim.asPlanned)} WTE as planned, at most ${number(aim.bound)} asked`,
    `${proposal.outcome} in ${number(seconds.plan)} s (${proposal.work.rounds} rounds, ${proposal.work.evaluations} runs of the engine); with comparison ${number(seconds.all)} s`,
    ...outcomeText(proposal),
    'Plans by hand, for the round:',
    row(
      'Proposal',
      proposal.limits.find(({ label }) => label === aim.label)?.confirmed ?? NaN,
      proposal.cost.total,
      [],
    ),
    ...plan.hand.map(({ name: hand, shortfall, cost, broken }) => row(hand, shortfall, cost, broken)),
    'Least cost by what is left missing:',
    ...plan.frontier.map(
      ({ shortfall, cost, isReached }) =>
        `  ${number(shortfall).padStart(9)} WTE ${pounds(cost.total).padStart(10)}${isReached ? '' : '  other limits leave no less'}`,
    ),
    'Regret (WTE more missing than under the best plan of each future):',
    ...plan.regret.futures.map(
      ({ key, label }) =>
        `  ${label.padEnd(45)} ${plan.regret.outturns
          .filter(({ future }) => future === key)
          .map(({ plan: each, regret, shortfall }) => `${each} ${number(regret)} (${number(shortfall)})`)
          .join('; ')}`,
    ),
    ...plan.failures
      .slice(0, 1)
      .map(
        ({ label, asAssumed, atWorst }) =>
          `Failure that hurts most: ${label}, ${number(asAssumed)} WTE more missing, ${number(atWorst)} at worst`,
      ),
    drawnText('as planned', plan.drawn.asPlanned),
    drawnText('proposal', plan.drawn.proposed),
  ].join('\n');
}

function outcomeText({
  limits,
  levers,
  effects,
  binding,
  cost,
  conflict,
  endless,
}: PlanProposal): readonly string[] {
  return [
    `Cost over the round: levers ${pounds(cost.levers)}, pay bill ${pounds(cost.payBillChange)}, together ${pounds(cost.total)}`,
    'Levers, units of each year:',
    ...leverTexts(levers).map(([label, text]) => `  ${label.padEnd(32)} ${text}`),
    ...effects.map(
      ({ label, shortfall, cost: own }) =>
        `  without ${label}: ${number(shortfall ?? 0)} WTE more missing, ${pounds(own)} less spent`,
    ),
    'Limits, as the whole projection confirms them:',
    ...limits.map(
      ({ label, sense, bound, asPlanned, confirmed, breach }) =>
        `  ${label}: ${sense === 'at-most' ? '<=' : '>='} ${figure(bound)}; planned ${figure(asPlanned)}, confirmed ${figure(confirmed)}${breach > 0 ? `, over by ${number(100 * breach, 3)} %` : ''}`,
    ),
    ...binding
      .slice(0, MOST_BINDING)
      .map(({ words, price }) => `  binds: ${words}; one unit more would save ${pounds(-price)}`),
    ...(conflict === null ? [] : [`No plan keeps these together: ${conflict.between.join('; ')}`]),
    ...(conflict?.alone ?? []).map(
      ({ label, bound, reachable }) => `  ${label}: ${figure(bound)} would have to be ${figure(reachable)}`,
    ),
    ...(endless.length === 0 ? [] : [`Set a most for ${endless.join(', ')}: cost falls without end.`]),
  ];
}

/** Units of each year by lever: the sum over organisations, or of a rate the mean and the range. */
export function leverTexts(levers: PlanProposal['levers']): readonly (readonly [string, string])[] {
  return leverTotals(levers).map(({ label, unit, amounts, organisations, range }) => {
    const years = amounts.map((amount, year) =>
      range === null
        ? number(amount)
        : `${number(amount)} (${number(range.least[year] ?? 0)} to ${number(range.greatest[year] ?? 0)})`,
    );
    const how = range === null ? 'together' : 'mean and range of';
    return [label, `${years.join('  ')} ${unit}, ${how} ${organisations} organisations`];
  });
}

function row(name: string, shortfall: number, cost: number, broken: readonly string[]): string {
  const words = broken.length === 0 ? '' : `  breaks: ${broken.join('; ')}`;
  return `  ${name.padEnd(26)} ${number(shortfall).padStart(9)} WTE missing ${pounds(cost).padStart(10)}${words}`;
}

function drawnText(
  name: string,
  { draws, p10, p50, p90, shareReached }: SystemPlan['drawn']['proposed'],
): string {
  return `Likely range of what is missing (8 in 10 of ${draws} draws), ${name}: ${number(p10)} to ${number(p90)}, half below ${number(p50)}; aim reached in ${number(100 * shareReached, 0)} %`;
}
