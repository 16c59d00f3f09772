import { useSearchParams } from 'react-router';

/** What of a page is shown, as its address has it. */
export interface AddressView {
  readonly search: URLSearchParams;
  /** Sets values in place, without a new history entry; null leaves the address. */
  readonly change: (values: Readonly<Record<string, string | null>>) => void;
}

/** Reads what is shown from the address, and changes it there. */
export function useAddressView(): AddressView {
  const [search, setSearch] = useSearchParams();
  const change: AddressView['change'] = (values) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [name, value] of Object.entries(values)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { search, change };
}
