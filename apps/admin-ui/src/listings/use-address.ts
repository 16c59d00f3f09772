import { useSearchParams } from 'react-router';

/** What of a page is shown, as the address has it. */
export interface AddressView {
  readonly get: (name: string) => string;
  /** An empty value leaves the address. */
  readonly set: (values: Readonly<Record<string, string>>) => void;
}

/** Reads the view from the address, and changes it there without a new history entry. */
export function useAddress(): AddressView {
  const [search, setSearch] = useSearchParams();
  const set: AddressView['set'] = (values) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [name, value] of Object.entries(values)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { get: (name) => search.get(name) ?? '', set };
}

/** Whether any of some texts holds what is looked for, whatever its case. */
export function holds(looked: string, texts: readonly string[]): boolean {
  const wanted = looked.trim().toLowerCase();
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}
