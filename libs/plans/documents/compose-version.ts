import type { DocumentContext } from './document-context';
import type { FrozenRun, LeftOutOrganisation, VersionContent } from './version-content';

/** Whose figures a version holds. */
interface FrozenFigures {
  readonly runs: readonly FrozenRun[];
  readonly leftOut: readonly LeftOutOrganisation[];
  readonly checks: VersionContent['checks'];
}

/** What a version of the document freezes: everything that is signed, and nothing that can change. */
export function composeVersion(
  context: DocumentContext,
  { runs, leftOut, checks }: FrozenFigures,
): VersionContent {
  const { document, node, round, family, contents } = context;
  const scenario = family.find(({ id }) => id === document.scenarioId);
  return {
    format: 'wholetime-plan-version/1',
    kind: document.kind,
    documentId: document.id,
    version: document.version,
    organisation: { id: node.id, code: node.code, name: node.name, type: node.type },
    round: { id: round.id, name: round.name, firstYear: round.firstYear, years: round.years },
    scenario: { id: document.scenarioId, name: scenario?.name ?? '' },
    runs,
    leftOut,
    sections: contents,
    checks,
    people: namedPeople(context),
  };
}

/** Names of the clinical leads, as they are called now. */
function namedPeople({ definitions, contents, holdings }: DocumentContext): Readonly<Record<string, string>> {
  const names = new Map(holdings.map(({ person }) => [person.id, person.name]));
  const ids = definitions.flatMap(({ key, fields }) => {
    const people = fields.filter(({ kind }) => kind === 'clinical-lead').map((field) => field.key);
    return (contents[key] ?? []).flatMap(({ values }) => people.flatMap((field) => values[field] ?? []));
  });
  return Object.fromEntries(
    ids.flatMap((id) => {
      const name = names.get(String(id));
      return name === undefined ? [] : [[id, name]];
    }),
  );
}
