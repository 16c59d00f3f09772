import type { RunningProduct } from '../benchmarks/running-product';

const SYSTEM = 'QWO';
const PARAMETER = 'retention.leaver-rate';
const STAFF_GROUP = 'nurses-and-health-visitors';
const LOWEST = 0.06;
const STEPS = 40;
const STEP = 0.001;

/** What somebody asks for, and how to ask for it once. */
export interface Request {
  readonly kind: 'read' | 'edit';
  /** @returns the HTTP status */
  readonly ask: () => Promise<number>;
}

interface Cell {
  readonly organisationId: string;
  readonly year: number;
  version: number;
  isTaken: boolean;
}

interface Grid {
  readonly rows: readonly {
    readonly staffGroup: { readonly code: string };
    readonly cells: readonly { readonly year: number; readonly version: number }[];
  }[];
}

/**
 * Planners of a system at work: of ten requests two are edits, each of a cell that nobody else is editing, and the
 * others read what a planner reads (the grid, the overview, Home, the list of rounds, the national picture).
 */
export class Planners {
  private turn = 0;
  private next = 0;

  private constructor(
    private readonly product: RunningProduct,
    private readonly scenarioId: string,
    private readonly organisationIds: readonly string[],
    private readonly cells: readonly Cell[],
  ) {}

  /** @throws Error when the demo has no such system */
  static async of(product: RunningProduct): Promise<Planners> {
    const { rounds } = await product.get<{
      readonly rounds: readonly {
        readonly plans: readonly {
          readonly id: string;
          readonly organisation: { readonly code: string };
          readonly scenario: { readonly id: string };
        }[];
      }[];
    }>('rounds');
    const plan = rounds
      .flatMap(({ plans }) => plans)
      .find(({ organisation }) => organisation.code === SYSTEM);
    if (plan === undefined) throw new Error(`The demo has no plan of ${SYSTEM}.`);
    const scenarioId = plan.scenario.id;
    const { organisations } = await product.get<{
      readonly organisations: readonly { readonly id: string }[];
    }>(`plans/${plan.id}`);
    const ids = organisations.map(({ id }) => id);
    const cells = await Promise.all(
      ids.map((organisationId) => cellsOf(product, scenarioId, organisationId)),
    );
    return new Planners(product, scenarioId, ids, cells.flat());
  }

  request(): Request {
    this.turn += 1;
    return this.turn % 5 === 0 ? this.edit() : this.read();
  }

  /** @returns milliseconds until the figures of every organisation are of its newest assumptions */
  async untilFresh(pause: () => Promise<unknown>): Promise<number> {
    const started = performance.now();
    for (const organisationId of this.organisationIds) {
      const query = { scenarioId: this.scenarioId, organisationId };
      for (;;) {
        const { freshness } = await this.product.get<{ readonly freshness: { readonly state: string } }>(
          'projections/overview',
          query,
        );
        if (freshness.state === 'up-to-date') break;
        await pause();
      }
    }
    return performance.now() - started;
  }

  private read(): Request {
    const organisationId = this.organisationIds[this.turn % this.organisationIds.length] ?? '';
    const unit = { scenarioId: this.scenarioId, organisationId };
    const pages: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['assumptions', { ...unit, parameter: PARAMETER }],
      ['projections/overview', unit],
      ['attention', {}],
      ['projections/overview', unit],
      ['rounds', {}],
    ];
    const [path, query] = pages[this.turn % pages.length] ?? ['rounds', {}];
    return { kind: 'read', ask: () => this.statusOf('GET', path, query) };
  }

  private edit(): Request {
    const cell = this.freeCell();
    if (cell === undefined) return this.read();
    cell.isTaken = true;
    const value = LOWEST + (this.turn % STEPS) * STEP;
    return { kind: 'edit', ask: () => this.save(cell, value) };
  }

  private freeCell(): Cell | undefined {
    for (let tried = 0; tried < this.cells.length; tried += 1) {
      this.next = (this.next + 1) % this.cells.length;
      const cell = this.cells[this.next];
      if (cell?.isTaken === false) return cell;
    }
    return undefined;
  }

  private async statusOf(method: 'GET' | 'PATCH', path: string, sent: object): Promise<number> {
    const answer = await this.product.answerTo(method, path, sent);
    await answer.arrayBuffer();
    return answer.status;
  }

  private async save(cell: Cell, value: number): Promise<number> {
    const { organisationId, year, version } = cell;
    const edit = {
      parameter: PARAMETER,
      staffGroup: STAFF_GROUP,
      year,
      operation: 'set',
      value,
      baseVersion: version,
    };
    try {
      const status = await this.statusOf('PATCH', 'assumptions', {
        scenarioId: this.scenarioId,
        organisationId,
        reason: 'Load',
        edits: [edit],
      });
      if (status < 300) cell.version += 1;
      return status;
    } finally {
      cell.isTaken = false;
    }
  }
}

async function cellsOf(product: RunningProduct, scenarioId: string, organisationId: string): Promise<Cell[]> {
  const { rows } = await product.get<Grid>('assumptions', {
    scenarioId,
    organisationId,
    parameter: PARAMETER,
  });
  const cells = rows.find(({ staffGroup }) => staffGroup.code === STAFF_GROUP)?.cells ?? [];
  return cells.map(({ year, version }) => ({ organisationId, year, version, isTaken: false }));
}
