import type { DocumentStanding, TakenStep } from './decision';

/** The steps at a document's version, oldest first; signatures of earlier versions don't count. */
export function stepsOfVersion({ steps, version }: DocumentStanding): readonly TakenStep[] {
  return steps.filter((step) => step.version === version);
}

/** Codes of the slots that are settled at a document's version, with the step that settled each. */
export function settledSlots(document: DocumentStanding): ReadonlyMap<string, TakenStep> {
  const settled = stepsOfVersion(document).filter(({ slot }) => slot !== null);
  return new Map(settled.map((step) => [step.slot ?? '', step]));
}
