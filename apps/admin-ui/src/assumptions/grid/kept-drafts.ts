import type { Draft } from './draft';

/** Where entries wait that the server has not confirmed, so that closing the page loses none of them. */
export interface KeptDrafts {
  readonly read: () => readonly Draft[];
  readonly write: (drafts: readonly Draft[]) => void;
}

const FORMAT = 1;

function draftsIn(text: string | null): readonly Draft[] {
  if (text === null) return [];
  const stored = JSON.parse(text) as { readonly format?: number; readonly drafts: readonly Draft[] };
  return stored.format === FORMAT ? stored.drafts : [];
}

/**
 * Keeps entries in the browser's own storage under a key. A storage that is full, forbidden or holds
 * something else is as good as none: the entries are then kept by the page alone.
 */
export function keepDraftsIn(storage: Storage, key: string): KeptDrafts {
  return {
    read: () => {
      try {
        return draftsIn(storage.getItem(key));
      } catch {
        return [];
      }
    },
    write: (drafts) => {
      try {
        if (drafts.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify({ format: FORMAT, drafts }));
      } catch {
        storage.removeItem(key);
      }
    },
  };
}
