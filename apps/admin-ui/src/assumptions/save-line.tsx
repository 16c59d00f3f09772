import { useEffect, useRef } from 'react';
import { useAnnounce } from '../shell/announcer';
import { formatMoment } from '../words/dates';
import { formatQuantity } from '../words/numbers';
import { needsAttention } from './grid/draft';
import type { EditingState } from './grid/editing-session';

function keptWords({ drafts }: EditingState['book']): string {
  const unsent = [...drafts.values()].filter((draft) => !needsAttention(draft)).length;
  return `Not sent yet: the service can’t be reached. ${formatQuantity(unsent, 'change')} kept on this computer, sent by itself when the connection is back.`;
}

function lateWords(waited: number): string {
  return waited === 0 ? '' : `${formatQuantity(waited, 'change')} kept on this computer now sent. `;
}

/** The state of saving, in words. */
export function saveWords({ book, save }: EditingState, now?: Date): string {
  const held = [...book.drafts.values()].filter(needsAttention).length;
  const attention = held === 0 ? '' : ` ${formatQuantity(held, 'cell')} not saved.`;
  switch (save.kind) {
    case 'waiting':
    case 'saving':
      return 'Saving';
    case 'failed':
      return save.retries ? keptWords(book) : `Not saved: ${save.message}`;
    case 'saved':
      if (save.at === null) return held === 0 ? 'All changes are saved.' : attention.trim();
      return `${lateWords(save.waited)}Saved ${formatMoment(save.at, now)}.${attention}`;
  }
}

interface SaveLineProps {
  readonly state: EditingState;
  readonly onRetry: () => void;
}

/** Shows at all times whether what was entered is saved, and says aloud when that changes. */
export function SaveLine({ state, onRetry }: SaveLineProps) {
  const announce = useAnnounce();
  const words = saveWords(state);
  const spoken = useRef(words);
  const { kind } = state.save;
  useEffect(() => {
    if (spoken.current === words || kind === 'waiting' || kind === 'saving') return;
    spoken.current = words;
    announce(words);
  }, [announce, words, kind]);
  return (
    <p className={`wt-save wt-save--${kind}`} data-save={kind}>
      {words}
      {kind === 'failed' ? (
        <>
          {' '}
          <button type="button" className="wt-link-button" onClick={onRetry}>
            Try now
          </button>
        </>
      ) : null}
    </p>
  );
}
