import type { InputFault } from '#platform';
import type { ProjectionsService } from '#projections';
import type { EntityManager } from 'typeorm';
import { missingInSections } from '../sections';
import type { Condition, DocumentStanding } from '../sign-off';
import { isBlocking } from '../checks';
import type { ChosenRuns } from './chosen-runs';
import { findingsOf } from './document-checks';
import { sectionScopeOf, type DocumentContext } from './document-context';
import { readDocuments } from './document-rows.repository';

type Shortfalls = DocumentStanding['shortfalls'];

/** What is missing under each condition of the workflow. */
export async function shortfallsOf(
  manager: EntityManager,
  projections: ProjectionsService,
  context: DocumentContext,
  chosen: ChosenRuns,
): Promise<Shortfalls> {
  const found: Readonly<Record<Condition, readonly InputFault[]>> = {
    'round-open': roundFaults(context),
    'content-complete': [...contentFaults(context), ...(await checkFaults(manager, context, chosen))],
    'clinical-leads-named': leadFaults(context),
    'projections-current': await projectionFaults(projections, context, chosen),
    'not-in-submitted-plan': await planFaults(manager, context),
  };
  return Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0));
}

function roundFaults({ round }: DocumentContext): readonly InputFault[] {
  if (round.state === 'open') return [];
  const message = `The round ${round.name} is closed.`;
  return [{ pointer: '/', rule: 'round-open', message, fix: 'Ask the administrator.' }];
}

/** Clinical leads have a condition of their own. */
function contentFaults({ definitions, contents }: DocumentContext): readonly InputFault[] {
  const leads = new Set(
    definitions.flatMap(({ key, fields }) =>
      fields.filter(({ kind }) => kind === 'clinical-lead').map((field) => `${key} ${field.key}`),
    ),
  );
  return missingInSections(definitions, contents)
    .filter(({ section, field }) => field === null || !leads.has(`${section} ${field}`))
    .map(({ section, entry, field, message }) => ({
      pointer: ['/sections', section, entry, field].filter((part) => part !== null).join('/'),
      rule: 'complete',
      message,
      fix: 'Fill it in.',
    }));
}

/** Errors, and warnings without a reason; what is frozen was checked when it was. */
async function checkFaults(
  manager: EntityManager,
  context: DocumentContext,
  chosen: ChosenRuns,
): Promise<readonly InputFault[]> {
  if (context.document.state !== context.workflow.initial) return [];
  const findings = await findingsOf(manager, context, chosen);
  return findings.filter(isBlocking).map(({ code, severity, message, fix }) => ({
    pointer: '/checks',
    rule: code,
    message,
    fix: severity === 'warning' ? `${fix} A reason lets it through.` : fix,
  }));
}

function leadFaults(context: DocumentContext): readonly InputFault[] {
  const { definitions, contents } = context;
  const { mayLead } = sectionScopeOf(context);
  return definitions.flatMap(({ key, label, fields, fixedRows }) => {
    const lead = fields.find(({ kind }) => kind === 'clinical-lead');
    if (lead === undefined) return [];
    const rowField =
      fixedRows === undefined ? undefined : fields.find((field) => field.key === fixedRows.field);
    const choices = rowField?.kind === 'choice' ? rowField.choices : [];
    return (contents[key] ?? []).flatMap(({ values }, index) => {
      const person = values[lead.key];
      const commitment = fixedRows === undefined ? null : String(values[fixedRows.field] ?? '');
      const isNamed = typeof person === 'string' && mayLead(person, commitment);
      if (isNamed) return [];
      const what = choices.find(({ code }) => code === commitment)?.label ?? label;
      const message = `${what}: no clinical lead who holds the role is named.`;
      const pointer = `/sections/${key}/${index}/${lead.key}`;
      return [{ pointer, rule: 'clinical-lead-named', message, fix: 'Name a clinical lead.' }];
    });
  });
}

/** Runs of received returns are frozen; only those that are taken as published now can be behind. */
async function projectionFaults(
  projections: ProjectionsService,
  { document }: DocumentContext,
  { runs, withoutRun }: ChosenRuns,
): Promise<readonly InputFault[]> {
  const missing = withoutRun.map(({ name, scenario }) => ({
    pointer: '/',
    rule: 'projected',
    message: `${name} has no projection under ${scenario} yet.`,
    fix: 'Wait for it, or leave the organisation out with a reason.',
  }));
  const current = runs.filter(({ standing }) => standing !== 'received');
  const scenarios = [...new Set(current.map(({ scenario }) => scenario.id))];
  const behind: InputFault[] = [];
  for (const scenarioId of scenarios) {
    const { units } = await projections.status(scenarioId, document.organisationId);
    for (const { organisation, freshness } of units) {
      const isTaken = current.some(
        (run) => run.organisation.id === organisation.id && run.scenario.id === scenarioId,
      );
      if (!isTaken || freshness.state === 'up-to-date') continue;
      behind.push({
        pointer: '/',
        rule: 'projection-current',
        message: `${organisation.name}: what is published is behind what has been entered.`,
        fix:
          freshness.state === 'failed' ? 'Mend what made it fail first.' : 'Wait until it is recalculated.',
      });
    }
  }
  return [...missing, ...behind];
}

async function planFaults(
  manager: EntityManager,
  { document, tree, node }: DocumentContext,
): Promise<readonly InputFault[]> {
  if (document.kind !== 'organisation-return') return [];
  const above = new Set([node, ...tree.ancestorsOf(node.id)].map(({ id }) => id));
  const plans = (await readDocuments(manager, document.roundId)).filter(
    ({ kind, state, organisationId }) =>
      kind === 'system-plan' && state !== 'draft' && above.has(organisationId),
  );
  return plans.map(({ organisationId }) => ({
    pointer: '/',
    rule: 'not-in-submitted-plan',
    message: `The plan of ${tree.node(organisationId)?.name ?? 'the system'} has taken it up and is submitted.`,
    fix: 'Have the plan returned, or changed by change control, first.',
  }));
}
