import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import { slotsOf, WORKFLOWS, type DocumentContext } from './document-context';
import { stepView, type StepView } from './document-view';
import type { VersionContent } from './version-content';
import { readVersionContent, readVersions, type FrozenVersion } from './version.repository';

/** A frozen version with what people did up to it and about it. */
export interface FrozenDocument {
  readonly content: VersionContent;
  readonly version: FrozenVersion;
  /** Of this version and those before it, oldest first. */
  readonly steps: readonly StepView[];
  /** Where the last of these steps left it. */
  readonly state: { readonly code: string; readonly label: string };
  /** Names of organisations and scenarios that sections can name, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** Names of staff groups by code. */
  readonly staffGroups: Readonly<Record<string, string>>;
}

/** @throws NotFoundError where there is no such version */
export async function readFrozenDocument(
  manager: EntityManager,
  { document, steps, tree, family, staffGroups }: DocumentContext,
  number: number,
): Promise<FrozenDocument> {
  const content = await readVersionContent(manager, document.id, number);
  const version = (await readVersions(manager, document.id)).find((one) => one.version === number);
  if (version === undefined) throw new NotFoundError('There is no such version.', { version: number });
  const workflow = WORKFLOWS[document.kind];
  const signatures = { workflow, slots: slotsOf(document.kind, content.sections) };
  const taken = steps.filter((step) => step.version <= number);
  const at = taken.at(-1)?.to;
  const state = workflow.states.find(({ code }) => code === at) ?? workflow.states[0];
  return {
    content,
    version,
    steps: taken.map((step) => stepView(signatures, step)),
    state: { code: state?.code ?? '', label: state?.label ?? '' },
    names: {
      ...Object.fromEntries(tree.nodes.map(({ id, name }) => [id, name])),
      ...Object.fromEntries(family.map(({ id, name }) => [id, name])),
      ...Object.fromEntries(content.runs.map(({ scenario }) => [scenario.id, scenario.name])),
    },
    staffGroups: Object.fromEntries(staffGroups),
  };
}
