import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';

/** One scenario as the cascade sees it. */
export interface ChainScenario {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** A scenario with what it is built on, nearest first, and the round that dates it. */
export interface ScenarioChain {
  readonly round: {
    readonly id: string;
    readonly firstYear: number;
    readonly years: number;
    /** `YYYY-MM-DD`: the date of the organisation tree that the round is pinned to. */
    readonly treeAsAt: string;
    /** A closed round takes no more edits. */
    readonly isOpen: boolean;
  };
  /** The scenario itself first, then its base, then the base's base. */
  readonly scenarios: readonly [ChainScenario, ...ChainScenario[]];
}

interface ChainRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly roundId: string;
  readonly firstYear: number;
  readonly years: number;
  readonly treeAsAt: string;
  readonly state: string;
}

/** Bases may nest; deeper than this is a circle in the data. */
const DEEPEST_CHAIN = 32;

const CHAIN_SQL = `
  WITH RECURSIVE chain (id, base_scenario_id, depth) AS (
    SELECT id, base_scenario_id, 0 FROM scenario WHERE id = ?
    UNION ALL
    SELECT s.id, s.base_scenario_id, c.depth + 1
    FROM scenario s JOIN chain c ON s.id = c.base_scenario_id WHERE c.depth < ${DEEPEST_CHAIN}
  )
  SELECT s.id, s.name, s.kind, r.id AS roundId, r.first_year AS firstYear, r.years, r.tree_as_at AS treeAsAt,
    r.state
  FROM chain c JOIN scenario s ON s.id = c.id JOIN planning_round r ON r.id = s.round_id
  ORDER BY c.depth`;

/** Reads a scenario and its bases. @throws NotFoundError for an unknown scenario. */
export async function readScenarioChain(manager: EntityManager, scenarioId: string): Promise<ScenarioChain> {
  const rows: ChainRow[] = await manager.query(CHAIN_SQL, [scenarioId]);
  const [nearest, ...bases] = rows;
  if (nearest === undefined) throw new NotFoundError('There is no such scenario.', { scenarioId });
  return {
    round: {
      id: nearest.roundId,
      firstYear: Number(nearest.firstYear),
      years: Number(nearest.years),
      treeAsAt: nearest.treeAsAt,
      isOpen: nearest.state === 'open',
    },
    scenarios: [scenarioOf(nearest), ...bases.map(scenarioOf)],
  };
}

function scenarioOf(row: ChainRow): ChainScenario {
  return { id: row.id, name: row.name, kind: row.kind };
}

const DERIVED_SQL = `
  WITH RECURSIVE derived (id, is_current, depth) AS (
    SELECT id, is_current, 0 FROM scenario WHERE id = ?
    UNION ALL
    SELECT s.id, s.is_current, d.depth + 1
    FROM scenario s JOIN derived d ON s.base_scenario_id = d.id WHERE d.depth < ${DEEPEST_CHAIN}
  )
  SELECT id FROM derived WHERE is_current = 1 ORDER BY id`;

/** The current scenarios that read the given one: itself and what is built on it, if current. */
export async function readCurrentScenariosOn(
  manager: EntityManager,
  scenarioId: string,
): Promise<readonly string[]> {
  const rows: { id: string }[] = await manager.query(DERIVED_SQL, [scenarioId]);
  return rows.map((row) => row.id);
}
