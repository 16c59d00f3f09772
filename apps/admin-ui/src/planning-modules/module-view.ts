import { useAddressView } from '../shell/use-address-view';

/** What of a module's tables is shown; all of it stands in the URL under the table's key. */
export interface ModuleView {
  readonly choiceOf: (table: string) => string | null;
  readonly choose: (table: string, code: string) => void;
  readonly isWhole: (table: string) => boolean;
  readonly showWhole: (table: string, isWhole: boolean) => void;
}

/** Reads the view from the URL, and changes it there without a new history entry. */
export function useModuleView(): ModuleView {
  const address = useAddressView();
  const { search } = address;
  const change = (name: string, value: string | null) => address.change({ [name]: value });
  return {
    choiceOf: (table) => search.get(`show.${table}`),
    choose: (table, code) => change(`show.${table}`, code),
    isWhole: (table) => search.has(`rows.${table}`),
    showWhole: (table, isWhole) => change(`rows.${table}`, isWhole ? 'all' : null),
  };
}
