import { accuracyChoice, isUsualAccuracy, type AccuracyChoice } from '#views/lists';
import { useAddressView } from '../shell/use-address-view';

/** What of the evidence is shown; all of it stands in the URL. */
export interface AccuracyView extends AccuracyChoice {
  readonly change: (name: keyof AccuracyChoice, value: string) => void;
}

/** Reads the view from the URL, and changes it there without a new history entry. */
export function useAccuracyView(): AccuracyView {
  const { search, change } = useAddressView();
  return {
    ...accuracyChoice((name) => search.get(name)),
    change: (name, value) => change({ [name]: isUsualAccuracy(name, value) ? null : value }),
  };
}
