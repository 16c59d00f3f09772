import type { NationalPlan, SharedOutcome, SystemOutcome } from '#optimisation/decomposition';
import type { NationResult } from './nation-plan';
import { figure, leverTexts, number, pounds } from './system-plan.text';

type Planned = Extract<NationalPlan, { readonly outcome: 'solved' | 'infeasible' }>;

/** The plan of a nation as the command prints it. */
export function nationPlanText({ systems, plan, seconds, heapMegabytes }: NationResult): string {
  return [
    `${systems} systems together: ${plan.outcome} in ${number(seconds)} s, at most ${number(heapMegabytes, 0)} MB of heap`,
    ...wordsOf(plan),
  ].join('\n');
}

function wordsOf(plan: NationalPlan): readonly string[] {
  switch (plan.outcome) {
    case 'unbounded':
      return [`Set a most for ${plan.endless.join(', ')}: cost falls without end.`];
    case 'system-infeasible':
      return plan.conflicts.flatMap(({ name, conflict }) => [
        `${name} cannot keep its own limits, whatever the others do: ${conflict?.between.join('; ') ?? ''}`,
        ...(conflict?.alone ?? []).map(
          ({ label, bound, reachable }) =>
            `  ${label}: ${figure(bound)} would have to be ${figure(reachable)}`,
        ),
      ]);
    default:
      return planWords(plan);
  }
}

function planWords({ shared, systems, conflict, gap, work }: Planned): readonly string[] {
  return [
    `${work.rounds} rounds of prices, ${work.evaluations} runs of the engine`,
    `Cost beyond the present plan ${pounds(gap.value)}; no plan is known to be below ${pounds(gap.bound)} (gap ${number(100 * gap.share, 2)} %)`,
    ...conflictWords(conflict),
    'Shared limits, as the whole projections of all systems confirm them:',
    ...shared.map(sharedWords),
    'System by system:',
    ...systems.flatMap((system) => systemWords(system, shared)),
  ];
}

function conflictWords(conflict: Planned['conflict']): readonly string[] {
  if (conflict === null) return [];
  const reach = ({ label, bound, reachable }: (typeof conflict.alone)[number]): string =>
    `  ${label}: ${figure(bound)} would have to be ${figure(reachable)}`;
  return [
    `The systems cannot keep these together: ${conflict.between.join('; ')}`,
    'The smallest change that helps, one at a time:',
    ...conflict.alone.map(reach),
    'The smallest change that helps, all of these together:',
    ...conflict.together.map(reach),
  ];
}

const ONE: Readonly<Record<SharedOutcome['unit'], string>> = {
  fte: 'one WTE',
  people: 'one person',
  pounds: 'one pound',
  share: 'one percentage point',
  units: 'one unit',
};

function sharedWords({
  label,
  sense,
  bound,
  asPlanned,
  confirmed,
  breach,
  price,
  unit,
}: SharedOutcome): string {
  const isMost = sense === 'at-most';
  const over = breach > 0 ? `, over by ${number(100 * breach, 3)} %` : '';
  const binds =
    price === 0
      ? ''
      : `; ${ONE[unit]} ${isMost ? 'more' : 'less'} would save £${number(-price, 2)} in every system`;
  return `  ${label}: ${isMost ? '<=' : '>='} ${figure(bound)}; planned ${figure(asPlanned)}, confirmed ${figure(confirmed)}${over}${binds}`;
}

function systemWords(
  { name, organisations, objective, onItsOwn, shared: own, proposal }: SystemOutcome,
  shared: readonly SharedOutcome[],
): readonly string[] {
  const alone =
    onItsOwn === null
      ? 'could not keep to an even part by itself'
      : `with an even part by itself ${pounds(onItsOwn)}`;
  const worst = Math.max(0, ...proposal.limits.map(({ breach }) => breach));
  return [
    `${name}, ${organisations} organisations: ${proposal.outcome}, ${pounds(objective)}; ${alone}; largest breach of its own limits and parts ${number(100 * worst, 3)} %`,
    ...shared.map(
      ({ label }, place) =>
        `    ${label}: planned ${figure(own[place]?.asPlanned ?? NaN)}, confirmed ${figure(own[place]?.confirmed ?? NaN)}`,
    ),
    ...leverTexts(proposal.levers).map(([label, text]) => `    ${label.padEnd(32)} ${text}`),
  ];
}
