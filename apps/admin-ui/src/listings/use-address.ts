import { useAddressView } from '../shell/use-address-view';

/** What of a list is shown, as the address has it. */
export interface ListingAddress {
  readonly get: (name: string) => string;
  /** An empty value leaves the address. */
  readonly set: (values: Readonly<Record<string, string>>) => void;
}

/** Reads the view from the address, and changes it there without a new history entry. */
export function useAddress(): ListingAddress {
  const { search, change } = useAddressView();
  const set: ListingAddress['set'] = (values) =>
    change(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || null])));
  return { get: (name) => search.get(name) ?? '', set };
}
