import type { EntityManager } from 'typeorm';
import {
  runChecks,
  securedLines,
  triangulate,
  type NettedList,
  type CheckedFinding,
  type SecuredLines,
  type Triangulation,
} from '../checks';
import { withFigures, type ChosenRuns } from './chosen-runs';
import type { DocumentContext } from './document-context';
import { loadCheckMaterial } from './load-check-material';
import { nettedMoves } from './netted-moves';

/** A document held against every rule, and its figures held against one another. */
export interface DocumentChecks {
  readonly findings: readonly CheckedFinding[];
  readonly triangulation: Triangulation;
  readonly contingent: SecuredLines;
  readonly netting: NettedList;
  /** Organisations in the totals, and how far each has come. */
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly standing: string;
    readonly scenario: string;
    readonly runId: string;
  }[];
}

/** The findings alone. */
export async function findingsOf(
  manager: EntityManager,
  context: DocumentContext,
  chosen: ChosenRuns,
): Promise<readonly CheckedFinding[]> {
  const runs = await withFigures(manager, chosen.runs);
  return runChecks(await loadCheckMaterial(manager, context, runs));
}

/** Everything that the checks say of a document. */
export async function checksOf(
  manager: EntityManager,
  context: DocumentContext,
  chosen: ChosenRuns,
): Promise<DocumentChecks> {
  const runs = await withFigures(manager, chosen.runs);
  const material = await loadCheckMaterial(manager, context, runs);
  const isAgreed = ['regionally-agreed', 'published'].includes(context.document.state);
  return {
    findings: runChecks(material),
    triangulation: triangulate(material),
    contingent: securedLines(context.contents, material.years, isAgreed),
    netting: await nettedMoves(manager, context, chosen.runs),
    organisations: chosen.runs.map(({ organisation, standing, scenario, runId }) => ({
      id: organisation.id,
      name: organisation.name,
      standing,
      scenario: scenario.name,
      runId,
    })),
  };
}
