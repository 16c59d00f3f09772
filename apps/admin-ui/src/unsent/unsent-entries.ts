import type { Unit } from '../api/queries';
import type { Draft } from '../assumptions/grid/draft';
import { keptIn } from './kept';
import { UNSENT, UNSENT_ENTRY, type KeptEntry } from './unsent-storage';
import { formatQuantity } from '../words/numbers';

/** Entries of a person in one unit that this computer keeps and the service has not got. */
export interface UnsentEntries {
  readonly unit: Unit;
  readonly count: number;
  /** Those that can't be sent before the person does something, in words; empty where all can. */
  readonly obstacles: readonly string[];
}

/** The entries of a person that this computer keeps, by the assumptions that they belong to. */
export function unsentOf(storage: Storage, personId: string): UnsentEntries[] {
  return Object.keys(storage).flatMap((key) => {
    const [name, person, scenarioId, organisationId] = key.split('|');
    if (name !== UNSENT || person !== personId) return [];
    if (scenarioId === undefined || organisationId === undefined) return [];
    const drafts = keptIn<Draft>(storage, key).read();
    if (drafts.length === 0) return [];
    return [{ unit: { scenarioId, organisationId }, count: drafts.length, obstacles: obstaclesOf(drafts) }];
  });
}

function obstaclesOf(drafts: readonly Draft[]): string[] {
  const held = drafts.filter(({ state }) => state === 'held');
  const reasons = held.filter(({ findings }) => findings.every(({ severity }) => severity !== 'error'));
  const conflicts = drafts.filter(({ state }) => state === 'conflict').length;
  const errors = held.length - reasons.length + drafts.filter(({ state }) => state === 'refused').length;
  return [
    ...(errors === 0 ? [] : [`${errors} with an error`]),
    ...(reasons.length === 0 ? [] : [`${reasons.length} without a reason`]),
    ...(conflicts === 0 ? [] : [`${formatQuantity(conflicts, 'conflict')} with someone else’s change`]),
  ];
}

/** A register entry of a person that this computer keeps and the service has not got. */
export interface UnsentRegisterEntry {
  readonly key: string;
  readonly unit: Unit;
  readonly module: string;
  /** The form that it was typed in, as the module's page names it in its address. */
  readonly form: { readonly name: string; readonly value: string };
}

/** The register entries of a person that this computer keeps. */
export function unsentRegisterEntriesOf(storage: Storage, personId: string): UnsentRegisterEntry[] {
  return Object.keys(storage).flatMap((key) => {
    const [name, person, scenarioId, organisationId, register, entry] = key.split('|');
    if (name !== UNSENT_ENTRY || person !== personId) return [];
    if (scenarioId === undefined || organisationId === undefined || entry === undefined) return [];
    const [kept] = keptIn<KeptEntry>(storage, key).read();
    if (kept === undefined) return [];
    const form = {
      name: `entry.${register ?? ''}`,
      value: entry === 'new' ? 'new' : `edit.${entry}`,
    };
    return [{ key, unit: { scenarioId, organisationId }, module: kept.module, form }];
  });
}
