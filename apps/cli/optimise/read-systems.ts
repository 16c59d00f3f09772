import type { DataSource } from 'typeorm';
import { AssumptionsService } from '#assumptions';
import type { ProjectionInput } from '#modules/projection';
import { readPlanInputs } from '#optimisation/inputs';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import { UnitOfWork } from '#persistence';
import { NotFoundError, SystemClock } from '#platform';
import { loadPolicy } from '#policy';
import { UnitInputs } from '#projections';

/** The plan scenario of the newest round. */
interface NewestRound {
  readonly scenarioId: string;
  readonly treeAsAt: string;
  readonly firstYear: number;
  readonly years: number;
}

/** Reads systems of the newest round from the database. */
export class RoundSystems {
  private readonly unitOfWork: UnitOfWork;
  private readonly unitInputs: UnitInputs;

  private constructor(
    dataSource: DataSource,
    readonly round: NewestRound,
    private readonly tree: OrganisationTree,
  ) {
    this.unitOfWork = new UnitOfWork(dataSource);
    const assumptions = new AssumptionsService(this.unitOfWork, new SystemClock());
    this.unitInputs = new UnitInputs(assumptions, loadPolicy());
  }

  /** @throws NotFoundError where there is no round */
  static async open(dataSource: DataSource): Promise<RoundSystems> {
    const [row]: NewestRound[] = await dataSource.query(
      `SELECT s.id AS scenarioId, r.tree_as_at AS treeAsAt, r.first_year AS firstYear, r.years
         FROM scenario s JOIN planning_round r ON r.id = s.round_id
        WHERE s.kind = 'plan' ORDER BY r.first_year DESC LIMIT 1`,
    );
    if (row === undefined)
      throw new NotFoundError('There is no round: load the demo with `npm start` first.');
    const tree = await new UnitOfWork(dataSource).run((manager) =>
      OrganisationTree.load(manager, row.treeAsAt),
    );
    return new RoundSystems(dataSource, row, tree);
  }

  /** The system of a code. @throws NotFoundError for an unknown one */
  system(code: string): OrganisationNode {
    const node = this.tree.byCode(code, 'system');
    if (node === undefined) throw new NotFoundError(`There is no system ${code} in the newest round.`);
    return node;
  }

  /** Every system with an organisation that is projected. */
  async projected(): Promise<readonly OrganisationNode[]> {
    const rows: { id: string }[] = await this.unitOfWork.run((manager) =>
      manager.query('SELECT organisation_id AS id FROM projection_unit WHERE scenario_id = ?', [
        this.round.scenarioId,
      ]),
    );
    const above = new Set(rows.flatMap(({ id }) => this.tree.ancestorsOf(id).map((each) => each.id)));
    return this.tree.nodes.filter(({ id, type }) => type === 'system' && above.has(id));
  }

  /** The inputs of a system's organisations under the plan scenario. */
  async inputs({ id }: Pick<OrganisationNode, 'id'>): Promise<readonly ProjectionInput[]> {
    const { scenarioId } = this.round;
    const read = await this.unitOfWork.run((manager) =>
      readPlanInputs(manager, this.unitInputs, { scenarioId, organisationId: id }),
    );
    return read.map(({ input }) => input);
  }
}
