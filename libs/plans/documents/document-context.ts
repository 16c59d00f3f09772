import type { PermissionService, RoleHolding } from '#access';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import {
  readParticipants,
  readRound,
  readScenarios,
  type RoundRow,
  type ScenarioRow,
} from '../plan-rows.repository';
import { sectionsOf, type SectionContents, type SectionDefinition, type SectionScope } from '../sections';
import {
  ORGANISATION_RETURN,
  RETURN_SLOTS,
  SYSTEM_PLAN,
  planSlots,
  type CommitmentLead,
  type DocumentKind,
  type Slot,
  type Workflow,
} from '../sign-off';
import { readDelegations, type Delegation } from './delegation.repository';
import { readSteps, type DocumentRow, type StoredStep } from './document-rows.repository';
import { contentsOf, readSections, type SectionRow } from './section-rows.repository';
import { readVersionContent } from './version.repository';

export const WORKFLOWS: Readonly<Record<DocumentKind, Workflow>> = {
  'organisation-return': ORGANISATION_RETURN,
  'system-plan': SYSTEM_PLAN,
};

/** Everything that decisions about a document rest on, read at one moment. */
export interface DocumentContext {
  readonly document: DocumentRow;
  readonly workflow: Workflow;
  readonly round: RoundRow;
  readonly tree: OrganisationTree;
  readonly node: OrganisationNode;
  /** The projected organisations at or below the document's own, in tree order. */
  readonly members: readonly OrganisationNode[];
  /** The scenarios that share the document's root, its own included, and reach its organisation or one below. */
  readonly family: readonly ScenarioRow[];
  readonly staffGroups: ReadonlyMap<string, string>;
  readonly definitions: readonly SectionDefinition[];
  readonly sections: readonly SectionRow[];
  /** What is signed: the frozen sections, or those of the draft. */
  readonly contents: SectionContents;
  readonly slots: readonly Slot[];
  readonly steps: readonly StoredStep[];
  readonly delegations: readonly Delegation[];
  /** Everyone with a role on the organisation or above it. */
  readonly holdings: readonly RoleHolding[];
}

/** @throws NotFoundError where the organisation or the scenario is not part of the round. */
export async function loadDocumentContext(
  manager: EntityManager,
  permissions: PermissionService,
  document: DocumentRow,
  today: string,
): Promise<DocumentContext> {
  const round = await readRound(manager, document.roundId);
  const tree = round === undefined ? undefined : await OrganisationTree.load(manager, round.treeAsAt);
  const node = tree?.node(document.organisationId);
  if (round === undefined || tree === undefined || node === undefined) {
    throw new NotFoundError('The organisation is not part of the round.', { documentId: document.id });
  }
  const participants = await readParticipants(manager, round.id);
  const sections = await readSections(manager, document.id);
  const workflow = WORKFLOWS[document.kind];
  const isDraft = document.state === workflow.initial;
  const contents = isDraft
    ? contentsOf(sections)
    : (await readVersionContent(manager, document.id, document.version)).sections;
  return {
    document,
    workflow,
    round,
    tree,
    node,
    members: [node, ...tree.descendantsOf(node.id)].filter(({ id }) => participants.has(id)),
    family: familyOf(await readScenarios(manager, round.id), document.scenarioId).filter(
      ({ organisationId }) => organisationId === null || isRelated(tree, node, organisationId),
    ),
    staffGroups: await readStaffGroupNames(manager),
    definitions: sectionsOf(document.kind),
    sections,
    contents,
    slots: slotsOf(document.kind, contents),
    steps: await readSteps(manager, document.id),
    delegations: await readDelegations(manager, document.id, today),
    holdings: await permissions.holdersOver(document.organisationId),
  };
}

/** What the fields of a document can name. */
export function sectionScopeOf({
  node,
  tree,
  family,
  round,
  staffGroups,
  holdings,
}: DocumentContext): SectionScope {
  return {
    organisations: new Set([node.id, ...tree.descendantsOf(node.id).map(({ id }) => id)]),
    staffGroups: new Set(staffGroups.keys()),
    scenarios: new Set(family.map(({ id }) => id)),
    years: Array.from({ length: round.years }, (_, index) => round.firstYear + index),
    mayLead: (personId, commitment) =>
      holdings.some((holding) => holding.person.id === personId && coversCommitment(holding, commitment)),
  };
}

/** Whether a grant makes someone a clinical lead of a commitment; null stands for the plan as a whole. */
export function coversCommitment({ role, commitment }: RoleHolding, wanted: string | null): boolean {
  return role === 'clinical-lead' && (commitment === null || commitment === wanted);
}

function familyOf(scenarios: readonly ScenarioRow[], scenarioId: string): readonly ScenarioRow[] {
  const bases = new Map(scenarios.map(({ id, baseScenarioId }) => [id, baseScenarioId]));
  const rootOf = (id: string): string => {
    const base = bases.get(id) ?? null;
    return base === null ? id : rootOf(base);
  };
  const root = rootOf(scenarioId);
  return scenarios.filter(({ id }) => rootOf(id) === root);
}

/** Whether an organisation is a node, above it or below it; what-ifs of any other are nobody's business there. */
function isRelated(tree: OrganisationTree, { id }: OrganisationNode, organisationId: string): boolean {
  const related = [...tree.ancestorsOf(id), ...tree.descendantsOf(id)];
  return organisationId === id || related.some((other) => other.id === organisationId);
}

async function readStaffGroupNames(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rows: { code: string; name: string }[] = await manager.query(
    'SELECT code, name FROM staff_group ORDER BY position',
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** The signatures that a document's content asks for. */
export function slotsOf(kind: DocumentKind, contents: SectionContents): readonly Slot[] {
  if (kind === 'organisation-return') return RETURN_SLOTS;
  const planLead = contents['summary']?.[0]?.values['clinicalLead'];
  return planSlots(commitmentLeads(contents), typeof planLead === 'string' ? planLead : null);
}

function commitmentLeads(contents: SectionContents): readonly CommitmentLead[] {
  const field = sectionsOf('system-plan')
    .find(({ key }) => key === 'service-commitments')
    ?.fields.find(({ key }) => key === 'commitment');
  const choices = field?.kind === 'choice' ? field.choices : [];
  return (contents['service-commitments'] ?? []).flatMap(({ values }) => {
    const { commitment, clinicalLead } = values;
    if (typeof commitment !== 'string' || typeof clinicalLead !== 'string') return [];
    const label = choices.find(({ code }) => code === commitment)?.label ?? commitment;
    return [{ commitment, label, personId: clinicalLead }];
  });
}
