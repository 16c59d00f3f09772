import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiChange } from '../api/api-client';
import { ApiError } from '../api/api-error';
import { documentKey } from '../api/sign-off-queries';
import type { Fault, OfferedStep, SignOffDocument } from '../api/sign-off-types';
import { useAnnounce } from '../shell/announcer';

/** What a step says beside itself. */
export interface StepWords {
  readonly reason: string;
  readonly date: string;
}

/** Takes steps of a document; whatever the answer, the document is read again. */
export function useTakeStep(document: SignOffDocument, onDone: () => void) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ step, words }: { readonly step: OfferedStep; readonly words: StepWords }) =>
      apiChange('POST', `/sign-off/${document.id}/steps`, {
        action: step.action,
        slot: step.slot,
        revision: document.revision,
        reason: step.needs.includes('reason') ? words.reason : null,
        date: step.needs.includes('date') && words.date !== '' ? words.date : null,
      }),
    onSuccess: (_, { step }) => {
      announce(`${step.label}${step.slotLabel === null ? '' : `, ${step.slotLabel}`}: done.`);
      onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: documentKey(document.id) }),
  });
}

/** Every sentence of a refusal. */
export function refusalMessages(error: unknown): readonly string[] {
  if (!(error instanceof ApiError)) return ['The request failed. Try again.'];
  const faults = error.problem['errors'];
  if (!Array.isArray(faults)) return [error.message];
  return (faults as readonly Fault[]).map(({ message, fix }) => `${message} ${fix}`);
}
