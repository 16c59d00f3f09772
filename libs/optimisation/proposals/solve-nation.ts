import type { LinearSolver } from '#linear-programming';
import type { ProjectionInput } from '#modules/projection';
import { planNation, type NationalPlan, type NationalRequest, type SharedLimit } from '../decomposition';
import { leverPool, type BindingLimit, type KeptLimit, type PlanConflict } from '../plan';
import type { AskedPlan } from './asked';
import { limitOf } from './asked-limits';
import { leversOf, named, objectiveOf, planRequestOf, type GroupNames } from './compile-plan';
import { solvedLevers, solvedLines } from './solve-plan';
import type { Solved, SolvedPlan } from './solved';

/** A system of the question, its inputs read whenever it is its turn. */
export interface AskedSystem {
  readonly code: string;
  readonly name: string;
  readonly inputs: () => readonly ProjectionInput[];
}

/** What a plan of several systems is solved with. */
export interface NationMeans {
  readonly solver: LinearSolver;
  readonly names: GroupNames;
  readonly onProgress: (share: number) => void;
}

type Planned = Extract<NationalPlan, { readonly outcome: 'solved' | 'infeasible' }>;

/**
 * Finds the plan of several systems by decomposition: limits are kept by all together unless each system is asked to
 * keep one, and pools are shared by all.
 */
export async function solveNation(
  systems: readonly AskedSystem[],
  asked: AskedPlan,
  { solver, names, onProgress }: NationMeans,
): Promise<Solved> {
  const [first] = systems[0]?.inputs() ?? [];
  if (first === undefined) throw new RangeError('there is no system to plan for');
  const own = ownPart(asked);
  const plan = await planNation(
    solver,
    systems.map(({ code, name, inputs }) => ({
      code,
      name,
      read: () => {
        const read = inputs();
        const { levers, limits } = planRequestOf(read, own, names);
        return Promise.resolve({ inputs: read, levers, limits });
      },
    })),
    nationalRequest(asked, names, first.calendar),
    { onProgress: ({ share }) => onProgress(share), check: () => undefined },
  );
  return solvedOf(plan, systems);
}

/** What every system is asked by itself. */
function ownPart(asked: AskedPlan): AskedPlan {
  return {
    ...asked,
    limits: asked.limits.filter(({ keptBy }) => keptBy === 'each-system'),
    levers: asked.levers.map((lever) => ({ ...lever, pool: null })),
  };
}

function nationalRequest(
  asked: AskedPlan,
  names: GroupNames,
  calendar: ProjectionInput['calendar'],
): NationalRequest {
  const objective = objectiveOf(asked, calendar);
  if (objective.kind === 'least-risk') throw new RangeError('least risk is asked of one system only');
  const limits = asked.limits
    .filter(({ keptBy }) => keptBy !== 'each-system')
    .map((limit): SharedLimit => {
      const draft = limitOf(limit);
      const basis = limit.basis === 'amount' ? 'amount' : 'of-size';
      return { limit: { ...draft, label: named(draft.label, names) }, basis };
    });
  const levers = leversOf(asked, names);
  const pools = levers.flatMap(({ key, label, pool }) =>
    (pool ?? []).map((most, year): SharedLimit => ({
      limit: leverPool({ lever: key, label: `Pool of ${label}`, year: calendar.firstYear + year, most }),
      basis: 'amount',
    })),
  );
  return { objective, shared: [...limits, ...pools] };
}

function solvedOf(plan: NationalPlan, systems: readonly AskedSystem[]): Solved {
  switch (plan.outcome) {
    case 'unbounded':
      return { content: { ...NOTHING, outcome: 'unbounded', endless: plan.endless }, lines: [] };
    case 'system-infeasible': {
      const conflict = plan.conflicts.map(({ name, conflict: own }) => conflictAt(name, own));
      const all = (part: keyof PlanConflict) => conflict.flatMap((each) => each[part] as never[]);
      return {
        content: {
          ...NOTHING,
          outcome: 'infeasible',
          conflict: { between: all('between'), together: all('together'), alone: all('alone') },
        },
        lines: [],
      };
    }
    default: {
      const lines = systems.flatMap(({ inputs }, place) => {
        const codes = inputs().map(({ organisation: { name, code } }) => [name, code] as const);
        return solvedLines(plan.systems[place]?.proposal.levers ?? [], new Map(codes));
      });
      return { content: contentOf(plan), lines };
    }
  }
}

/** What a question without a plan has. */
const NOTHING: Omit<SolvedPlan, 'outcome'> = {
  kind: 'plan',
  cost: { levers: 0, payBillChange: 0, total: 0 },
  levers: [],
  limits: [],
  binding: [],
  conflict: null,
  endless: [],
  freeChoices: [],
  aim: null,
  frontier: [],
  regret: null,
  failures: [],
  drawn: null,
  work: { rounds: 0, evaluations: 0 },
  nation: null,
};

/** A system's own conflict in the words of the whole. */
function conflictAt(name: string, conflict: PlanConflict | null): PlanConflict {
  const at = <T extends { readonly key: string; readonly label: string }>(each: T): T => ({
    ...each,
    key: `${name}: ${each.key}`,
    label: `${name}: ${each.label}`,
  });
  return {
    between: conflict?.between.map((words) => `${name}: ${words}`) ?? [`the limits of ${name}`],
    together: conflict?.together.map(at) ?? [],
    alone: conflict?.alone.map(at) ?? [],
  };
}

function contentOf(plan: Planned): SolvedPlan {
  const { outcome, shared, systems, conflict, gap, work } = plan;
  const proposals = systems.map(({ proposal }) => proposal);
  const levers = proposals.flatMap((proposal) => proposal.levers);
  return {
    ...NOTHING,
    ...{ outcome, conflict, work },
    cost: proposals.reduce((sum, { cost }) => added(sum, cost), NOTHING.cost),
    levers: solvedLevers({ levers, effects: effectsOf(plan) }),
    limits: shared.map((limit): KeptLimit => ({ ...limit, proposed: limit.confirmed })),
    binding: bindingOf(plan),
    freeChoices: systems.flatMap(({ name, proposal }) =>
      proposal.freeChoices.map((choice) => ({ ...choice, label: `${choice.label}, ${name}` })),
    ),
    aim: aimOf(plan),
    nation: {
      gap,
      systems: systems.map(({ proposal, shared: own, code, name, organisations, onItsOwn, objective }) => ({
        ...{ code, name, organisations, onItsOwn, objective },
        cost: proposal.cost.total,
        shared: shared.map(({ label }, place) => ({
          label,
          asPlanned: own[place]?.asPlanned ?? 0,
          confirmed: own[place]?.confirmed ?? 0,
        })),
      })),
    },
  };
}

function added(one: SolvedPlan['cost'], other: SolvedPlan['cost']): SolvedPlan['cost'] {
  return {
    levers: one.levers + other.levers,
    payBillChange: one.payBillChange + other.payBillChange,
    total: one.total + other.total,
  };
}

/** Each lever left out everywhere: systems do not move one another's figures, so that the effects add up. */
function effectsOf({ systems }: Planned): Planned['systems'][number]['proposal']['effects'] {
  const all = systems.flatMap(({ proposal }) => proposal.effects);
  const keys = [...new Set(all.map(({ lever }) => lever))];
  return keys.map((key) => {
    const own = all.filter(({ lever }) => lever === key);
    const known = own.flatMap(({ shortfall }) => (shortfall === null ? [] : [shortfall]));
    return {
      lever: key,
      label: own[0]?.label ?? key,
      shortfall: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0),
      cost: own.reduce((sum, { cost }) => sum + cost, 0),
    };
  });
}

/** Prices of the shared limits, then what binds within each system. */
function bindingOf({ shared, systems }: Planned): readonly BindingLimit[] {
  const keys = new Set(shared.map(({ key }) => key));
  const prices = shared.flatMap(({ key, label, price }): BindingLimit[] =>
    price < 0 ? [{ kind: 'limit', key, words: `${label}, all systems together`, price }] : [],
  );
  const within = systems.flatMap(({ name, proposal }) =>
    proposal.binding
      .filter(({ kind, key }) => kind !== 'limit' || !keys.has(key ?? ''))
      .map((each) => (each.kind === 'limit' ? { ...each, words: `${each.words}, ${name}` } : each)),
  );
  return [...prices, ...[...within].sort((left, right) => left.price - right.price)];
}

/** The last shared limit on a shortfall. */
function aimOf({ shared }: Planned): SolvedPlan['aim'] {
  const aim = shared.filter(({ key }) => key.startsWith('shortfall ')).at(-1);
  if (aim === undefined) return null;
  const { label, asPlanned, bound, confirmed } = aim;
  return { label, asPlanned, bound, confirmed };
}
