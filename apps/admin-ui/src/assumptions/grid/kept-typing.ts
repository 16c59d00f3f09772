/** A text that was being typed into a cell. */
export interface KeptTyping {
  /** The cell's address as one word. */
  readonly cell: string;
  readonly text: string;
}

/** Where an unfinished entry waits while the page is loaded again. */
export interface TypingStore {
  readonly read: () => KeptTyping | null;
  readonly keep: (typing: KeptTyping) => void;
  readonly forget: () => void;
}

/** Keeps an unfinished entry in the tab's own storage; a storage that is full or forbidden keeps none. */
export function keepTypingIn(storage: Storage, key: string): TypingStore {
  const quietly = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    read: () => quietly(() => JSON.parse(storage.getItem(key) ?? 'null') as KeptTyping | null),
    keep: (typing) => void quietly(() => storage.setItem(key, JSON.stringify(typing))),
    forget: () => void quietly(() => storage.removeItem(key)),
  };
}
