import { Injectable } from '@nestjs/common';
import { recordAudit } from '#access';
import { UnitOfWork, isDuplicateKey } from '#persistence';
import { ConflictError, InvalidInputError, NotFoundError } from '#platform';
import { readNodeSeries, type GroupSeries, type NodeSeries, type OverviewResult } from '#projections';
import type { ProjectionUnit } from '#queue';
import type { MonitoringActor } from '../actuals/actuals.service';
import { displayPeriod, type DisplayedPeriod, type EmploymentFigures } from './displayed-return';
import { lineSetOn, readLineSets, saveLineSet, type LineSet, type StoredLineSet } from './line-set';
import { poundsOf, returnPeriods, wteOf, type ReturnPeriod } from './return-periods';

/** WTE are displayed in tenths, money in whole pounds. */
export const WTE_DISPLAY_SCALE = 10;

/** A column of a return with what it displays; null where the projection has no such figure. */
export interface DisplayedReturnPeriod extends ReturnPeriod {
  /** Whole tenths of a WTE; the baseline has no bank and agency. */
  readonly wte: DisplayedPeriod;
  /** Whole pounds, cash terms. */
  readonly pounds: DisplayedPeriod | null;
}

/** The workforce return of an organisation or a sum. */
export interface WorkforceReturn {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly scenario: { readonly id: string; readonly name: string };
  /** The run or the sum that every figure is of. */
  readonly result: OverviewResult;
  /** The run itself, or those of the sum. */
  readonly runIds: readonly string[];
  readonly lineSet: StoredLineSet;
  readonly periods: readonly DisplayedReturnPeriod[];
}

/** The workforce return, and the lines that it has. Whether the person may do so is decided before it is called. */
@Injectable()
export class WorkforceReturnService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * The return of a unit, by the lines that hold when its plan begins.
   *
   * @throws NotFoundError for an unknown scenario or organisation, and where nothing is published
   */
  async read({ scenarioId, organisationId }: ProjectionUnit): Promise<WorkforceReturn> {
    return this.unitOfWork.run(async (manager) => {
      const node = await readNodeSeries(manager, scenarioId, organisationId);
      if (node.result === null) {
        throw new NotFoundError('Nothing is published for it under this scenario.', { organisationId });
      }
      const lineSet = lineSetOn(await readLineSets(manager), `${node.round.firstYear}-04-01`);
      const { id, code, name } = node.organisation;
      return {
        organisation: { id, code, name },
        scenario: node.scenario,
        result: node.result,
        runIds: node.runIds,
        lineSet,
        periods: periodsOf(node, lineSet),
      };
    });
  }

  /** Every set of lines, the one that counts first at the top. */
  async lineSets(): Promise<readonly StoredLineSet[]> {
    return this.unitOfWork.run(readLineSets);
  }

  /**
   * Stores lines that hold from a day on; sets that are there stay as they are.
   *
   * @throws InvalidInputError unless each staff group is in exactly one line
   * @throws ConflictError where someone else stored one at the same time
   */
  async saveLineSet(set: LineSet, actor: MonitoringActor): Promise<StoredLineSet> {
    try {
      return await this.unitOfWork.run(async (manager) => {
        const saved = await saveLineSet(manager, set, actor.id);
        await recordAudit(manager, {
          actor: actor.id,
          action: 'return-line-set.saved',
          entity: 'return_line_set',
          entityId: String(saved.version),
          organisationId: null,
          detail: { validFrom: set.validFrom, lines: set.lines.length },
          correlationId: actor.correlationId,
        });
        return saved;
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new ConflictError('Someone else stored lines at the same time: read them again.');
    }
  }
}

function periodsOf({ series, round }: NodeSeries, lineSet: StoredLineSet): readonly DisplayedReturnPeriod[] {
  requireLines([...series.keys()], lineSet);
  const groups = lineSet.lines.map(({ staffGroups }) =>
    staffGroups.flatMap((code) => series.get(code) ?? []),
  );
  const [first] = [...series.values()];
  if (first === undefined) return [];
  const span = { first: first.firstMonth, last: first.firstMonth + first.months - 1 };
  return returnPeriods(round, span).map((period) => ({
    ...period,
    wte: displayPeriod(groups.map((own) => inTenths(wteOf(own, period.month)))),
    pounds: poundsIn(groups, period),
  }));
}

function poundsIn(
  groups: readonly (readonly GroupSeries[])[],
  { moneyFrom, month }: ReturnPeriod,
): DisplayedPeriod | null {
  if (moneyFrom === null) return null;
  return displayPeriod(groups.map((own) => poundsOf(own, { moneyFrom, month })));
}

const inTenths = ({ substantive, bank, agency }: EmploymentFigures): EmploymentFigures => ({
  substantive: substantive * WTE_DISPLAY_SCALE,
  bank: bank * WTE_DISPLAY_SCALE,
  agency: agency * WTE_DISPLAY_SCALE,
});

/** @throws InvalidInputError for a staff group of the plan that no line has: its staff would be missing */
function requireLines(codes: readonly string[], { name, lines }: StoredLineSet): void {
  const missing = codes.filter((code) => !lines.some(({ staffGroups }) => staffGroups.includes(code)));
  if (missing.length === 0) return;
  throw new InvalidInputError(
    missing.map((code) => ({
      pointer: `/lines/${code}`,
      rule: 'some-line',
      message: `${code} is planned, and is in no line of “${name}”.`,
      fix: 'Add it to a line of the set.',
    })),
  );
}
