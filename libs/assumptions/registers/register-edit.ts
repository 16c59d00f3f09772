import type { RegisterEntry } from '#modules/register';
import type { EditActor, EditOrigin } from '../assumption-edit';

/** One changed entry of a register. */
export interface RegisterEdit {
  /** Key of the register, for instance `efficiency.schemes`. */
  readonly register: string;
  /** The entry; null to enter a new one, which gets an id of its own. */
  readonly entryKey: string | null;
  /** All fields of the entry; null withdraws it, here and for what is built on this scenario. */
  readonly values: RegisterEntry['values'] | null;
  readonly note?: string | null | undefined;
  /** Version of the entry at this scenario and node that the editor saw; 0 where it had none. */
  readonly baseVersion: number;
}

/** A batch of register edits at one scenario and organisation node: all of them are saved or none. */
export interface RegisterEdits {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly actor: EditActor;
  readonly origin: EditOrigin;
  readonly reason?: string | null | undefined;
  readonly correlationId?: string | null | undefined;
  readonly edits: readonly RegisterEdit[];
}
