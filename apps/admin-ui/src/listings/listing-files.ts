import { createContext, useContext } from 'react';

const ListingFilesContext = createContext<Readonly<Record<string, string>> | null>({});

/**
 * How the lists below are handed out: by the page's address with what it may not say, or, where nothing of them is saved
 * and they have no address (null), as they stand.
 */
export const ListingFilesProvider = ListingFilesContext.Provider;

/** What the page's address may not say of the lists here; null where they have no address. */
export function useListingFiles(): Readonly<Record<string, string>> | null {
  return useContext(ListingFilesContext);
}
