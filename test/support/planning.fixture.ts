import { createPerson } from '#access';
import { loadReferenceOrganisations, OrganisationTree, type OrganisationType } from '#organisations';
import { UnitOfWork } from '#persistence';
import { insertScenario, openRound, openUnits } from '#plans';
import { newId } from '#platform';
import type { DataSource } from 'typeorm';

/** A round over three trusts of two systems: calibrated defaults below, the submission on top. */
export interface PlanningFixture {
  readonly roundId: string;
  readonly calibratedId: string;
  readonly planId: string;
  readonly editor: { readonly id: string; readonly name: string };
  /** Id of an organisation of the tree. */
  organisation(code: string, type?: OrganisationType): string;
}

/** The trusts that take part: two of West Yorkshire, one of Derby and Derbyshire. */
export const PARTICIPANTS = ['RR8', 'RWY', 'RTG'] as const;

/** Opens the round 2026/27 to 2030/31 in a migrated, empty database. @param codes of the trusts that take part */
export async function openPlanningFixture(
  dataSource: DataSource,
  codes: readonly string[] = PARTICIPANTS,
): Promise<PlanningFixture> {
  return new UnitOfWork(dataSource).run(async (manager) => {
    await loadReferenceOrganisations(manager);
    const treeAsAt = '2026-04-01';
    const tree = await OrganisationTree.load(manager, treeAsAt);
    const organisation = (code: string, type?: OrganisationType): string => {
      const node = tree.byCode(code, type);
      if (node === undefined) throw new Error(`${code} is not in the tree`);
      return node.id;
    };
    const roundId = await openRound(manager, {
      name: '2026/27 to 2030/31',
      firstYear: 2026,
      years: 5,
      treeAsAt,
      participants: codes.map((code) => ({
        organisationId: organisation(code),
        baselineSnapshotId: null,
      })),
    });
    const editor = {
      name: 'Edith Planner',
      email: 'edith.planner@example.org',
      password: null,
      actor: 'test',
    };
    const { id: editorId } = await createPerson(manager, editor);
    const calibrated = {
      id: newId(),
      name: 'Calibrated defaults',
      kind: 'calibration',
      baseScenarioId: null,
    } as const;
    const plan = {
      id: newId(),
      name: 'Plan submission',
      kind: 'plan',
      baseScenarioId: calibrated.id,
    } as const;
    await insertScenario(manager, { ...calibrated, roundId, isCurrent: false, createdBy: null });
    await insertScenario(manager, { ...plan, roundId, isCurrent: true, createdBy: null });
    await openUnits(manager, plan.id, roundId);
    await manager.query('DELETE FROM outbox');
    return {
      roundId,
      calibratedId: calibrated.id,
      planId: plan.id,
      editor: { id: editorId, name: editor.name },
      organisation,
    };
  });
}
