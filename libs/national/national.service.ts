import { readEnvelopes, readTrainingSupply } from '#national-inputs';
import { ENGLAND_CODE } from '#organisations';
import type { UnitOfWork } from '#persistence';
import { NotFoundError } from '#platform';
import { readPlanStandings, type PlanStanding, type RoundStandings } from '#plans';
import type { PolicyData } from '#policy';
import { loadStoredInput } from '#projections';
import type { ProjectionInput } from '#modules/projection';
import type { EntityManager } from 'typeorm';
import { contributionsOf } from './contributions';
import type { Breach } from './cross-check';
import { nationalPicture, type NationalPicture, type NationalQuestion } from './national-picture';
import type { NamedPlace, NationalLimits } from './national-position';
import { runCrossChecks } from './run-cross-checks';

/** Which round is looked at. */
export interface NationalRound {
  readonly name: string;
  readonly scenario: string;
  readonly years: readonly number[];
}

/** The picture of one line of a round. */
export interface RoundPicture extends NationalPicture {
  readonly round: NationalRound;
}

/** What cross-checks found, and for which years the national body has shared limits. */
export interface RoundCrossChecks {
  readonly round: NationalRound;
  readonly breaches: readonly Breach[];
  readonly yearsWithEnvelopes: readonly number[];
  readonly yearsWithTrainingSupply: readonly number[];
}

/** All plans of a round together, as the national body sees them. Whether the person may is decided before. */
export class NationalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Pick<PolicyData, 'nationalAmbitions'>,
  ) {}

  /** England by year, and every plan behind each figure. @throws NotFoundError */
  picture(scenarioId: string, question: NationalQuestion): Promise<RoundPicture> {
    return this.unitOfWork.run(async (manager) => {
      const standings = await readPlanStandings(manager, scenarioId);
      const round = roundOf(standings);
      const regionOf = (plan: PlanStanding) => regionOfPlan(standings, plan);
      return { round, ...nationalPicture(standings.plans, regionOf, question, round.years) };
    });
  }

  /** Plans held against what exists and against one another. @throws NotFoundError */
  crossChecks(scenarioId: string): Promise<RoundCrossChecks> {
    return this.unitOfWork.run(async (manager) => {
      const standings = await readPlanStandings(manager, scenarioId);
      const round = roundOf(standings);
      const limits: NationalLimits[] = [];
      for (const year of round.years) {
        const [envelopes, trainingSupply] = [
          await readEnvelopes(manager, year),
          await readTrainingSupply(manager, year),
        ];
        limits.push({ year, envelopes, trainingSupply });
      }
      const inputs = await readInputs(manager, standings.plans);
      const contributions = standings.plans.flatMap((plan) =>
        contributionsOf({
          plan,
          region: regionOfPlan(standings, plan)?.code ?? null,
          years: round.years,
          inputs,
        }),
      );
      const ambitions = this.policy.nationalAmbitions;
      return {
        round,
        breaches: runCrossChecks({ contributions, limits, ambitions, nation: ENGLAND_CODE }),
        yearsWithEnvelopes: limits.filter(({ envelopes }) => envelopes.length > 0).map(({ year }) => year),
        yearsWithTrainingSupply: limits
          .filter(({ trainingSupply }) => trainingSupply.length > 0)
          .map(({ year }) => year),
      };
    });
  }
}

function roundOf({ round, scenario }: RoundStandings): NationalRound {
  const years = Array.from({ length: round.years }, (_, index) => round.firstYear + index);
  return { name: round.name, scenario: scenario.name, years };
}

function regionOfPlan({ tree }: RoundStandings, { node }: PlanStanding): NamedPlace | null {
  const region = [node, ...tree.ancestorsOf(node.id)].find(({ type }) => type === 'region');
  return region === undefined ? null : { code: region.code, name: region.name };
}

async function readInputs(
  manager: EntityManager,
  plans: readonly PlanStanding[],
): Promise<ReadonlyMap<string, ProjectionInput>> {
  const inputs = new Map<string, ProjectionInput>();
  for (const { runId, inputSha256 } of plans.flatMap(({ runs }) => runs)) {
    const stored = await loadStoredInput(manager, inputSha256).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    if (stored !== null) inputs.set(runId, JSON.parse(stored.text) as ProjectionInput);
  }
  return inputs;
}
