/** Where something waits that the service has not confirmed, so that closing the page loses none of it. */
export interface Kept<Item> {
  readonly read: () => readonly Item[];
  /** What waits now; nothing takes the place of all that waited. */
  readonly write: (items: readonly Item[]) => void;
}

const FORMAT = 1;

function itemsIn<Item>(text: string | null): readonly Item[] {
  if (text === null) return [];
  const stored = JSON.parse(text) as { readonly format?: number; readonly drafts: readonly Item[] };
  return stored.format === FORMAT ? stored.drafts : [];
}

/**
 * Keeps things in the browser's own storage under a key. A storage that is full, forbidden or holds
 * something else is as good as none: they are then kept by the page alone.
 */
export function keptIn<Item>(storage: Storage, key: string): Kept<Item> {
  return {
    read: () => {
      try {
        return itemsIn<Item>(storage.getItem(key));
      } catch {
        return [];
      }
    },
    write: (items) => {
      try {
        if (items.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify({ format: FORMAT, drafts: items }));
      } catch {
        storage.removeItem(key);
      }
    },
  };
}
