import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#persistence';
import { InvalidInputError } from '#platform';
import { SignOffService } from '#plans';
import { readRunAssumptions, readSumOfRuns, type RunAssumption } from '#projections';
import type { EntityManager } from 'typeorm';
import { planPaper } from './content/plan-paper';
import { publicSummary } from './content/public-summary';
import type { Paper } from './paper';
import { paperFile, type PaperFile, type PaperFormat } from './paper-file';
import type { PlanSnapshot } from './plan-snapshot';

/** The papers of a plan, with the formats in which each comes. */
export const PLAN_PAPERS = {
  'system-plan': ['docx', 'pdf', 'xlsx'],
  'public-summary': ['html', 'docx', 'pdf'],
} as const satisfies Readonly<Record<string, readonly PaperFormat[]>>;
export type PlanPaperName = keyof typeof PLAN_PAPERS;

const WRITTEN: Readonly<Record<PlanPaperName, (snapshot: PlanSnapshot) => Paper>> = {
  'system-plan': planPaper,
  'public-summary': publicSummary,
};

/** The papers of system plans from their frozen versions. Whether they may be seen is decided before. */
@Injectable()
export class PapersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signOff: SignOffService,
  ) {}

  /**
   * A paper of a frozen version of a plan: the same bytes for as long as no further step of sign-off is taken.
   *
   * @throws NotFoundError for an unknown version, or where the series of one of its runs are not kept any more
   * @throws InvalidInputError for a return, and for a format in which the paper does not come
   */
  async ofPlan(
    documentId: string,
    version: number,
    { name, format }: { readonly name: PlanPaperName; readonly format: PaperFormat },
  ): Promise<PaperFile> {
    const formats: readonly PaperFormat[] = PLAN_PAPERS[name];
    if (!formats.includes(format)) {
      throw fault(
        'format',
        'format-of-paper',
        `This paper does not come as ${format}.`,
        `Ask for ${formats.join(', ')}.`,
      );
    }
    return paperFile(WRITTEN[name](await this.snapshot(documentId, version)), format);
  }

  /** Everything that the papers of a version are made of, read at one moment. @throws as {@link ofPlan} */
  async snapshot(documentId: string, version: number): Promise<PlanSnapshot> {
    const document = await this.signOff.frozen(documentId, version);
    const { kind, runs, round } = document.content;
    if (kind !== 'system-plan') {
      throw fault('id', 'system-plan', 'Only system plans have papers.', 'Ask for the plan of the system.');
    }
    if (runs.length === 0) {
      throw fault('version', 'has-runs', 'The version has no run.', 'Ask for a version with projections.');
    }
    const runIds = runs.map(({ runId }) => runId);
    return this.unitOfWork.run(async (manager) => {
      const assumptions: (readonly RunAssumption[] | null)[] = [];
      for (const run of runs) assumptions.push(await readRunAssumptions(manager, run));
      return {
        document,
        sum: await readSumOfRuns(manager, runIds, round),
        assumptions,
        finishedAt: await readEnds(manager, runIds),
      };
    });
  }
}

const fault = (pointer: string, rule: string, message: string, fix: string): InvalidInputError =>
  new InvalidInputError([{ pointer, rule, message, fix }]);

async function readEnds(
  manager: EntityManager,
  runIds: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const rows: { id: string; finishedAt: Date | null }[] = await manager.query(
    'SELECT id, finished_at AS finishedAt FROM projection_run WHERE id IN (?)',
    [runIds],
  );
  return Object.fromEntries(
    rows.flatMap(({ id, finishedAt }) =>
      finishedAt === null ? [] : [[id, new Date(finishedAt).toISOString()]],
    ),
  );
}
