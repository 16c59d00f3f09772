import { useAddressView } from '../shell/use-address-view';

export const PLACES = ['organisations', 'england'] as const;
export type AccuracyPlace = (typeof PLACES)[number];

/** What of the evidence is shown; all of it stands in the URL. */
export interface AccuracyView {
  readonly about: AccuracyPlace;
  /** The simple way beside ours. */
  readonly beside: string;
  /** Years ahead, of England's staff groups. */
  readonly years: number;
  readonly change: (name: 'about' | 'beside' | 'years', value: string) => void;
}

const STARTS: Readonly<Record<string, string>> = { about: 'organisations', beside: 'no-change', years: '1' };
const MOST_YEARS = 5;

/** Reads the view from the URL, and changes it there without a new history entry. */
export function useAccuracyView(): AccuracyView {
  const { search, change } = useAddressView();
  const years = Number(search.get('years') ?? STARTS['years']);
  return {
    about: search.get('about') === 'england' ? 'england' : 'organisations',
    beside: search.get('beside') ?? 'no-change',
    years: Number.isInteger(years) && years >= 1 && years <= MOST_YEARS ? years : 1,
    change: (name, value) => change({ [name]: value === STARTS[name] ? null : value }),
  };
}
