import { useAddressView } from '../shell/use-address-view';
import { COMPARED_LINES, type ComparedLine } from '#modules/report-layout';

/** More scenarios than this beside the own one don’t fit side by side. */
export const MOST_BESIDE = 2;

/** What is compared, and by what; all of it stands in the URL. */
export interface ScenarioView {
  /** Scenarios beside the own one; the first is what differences are against. */
  readonly beside: readonly string[];
  readonly group: string;
  readonly line: ComparedLine;
  readonly withArchived: boolean;
  readonly isAsked: boolean;
  readonly toggle: (scenarioId: string) => void;
  readonly choose: (name: 'group' | 'line', value: string) => void;
  readonly showArchived: (withArchived: boolean) => void;
  readonly ask: (isAsked: boolean) => void;
}

/** Reads the view from the URL, and changes it there; without a choice the scenario stands beside its base. */
export function useScenarioView(baseScenarioId: string | null): ScenarioView {
  const address = useAddressView();
  const { search } = address;
  const change = (name: string, value: string | null) => address.change({ [name]: value });
  const chosen = search.get('with');
  const started = baseScenarioId === null ? [] : [baseScenarioId];
  const beside = chosen === null ? started : chosen.split(',').filter((id) => id !== '');
  const line = search.get('line') ?? 'staff-in-post';
  return {
    beside: beside.slice(0, MOST_BESIDE),
    group: search.get('group') ?? 'all-staff',
    line: line in COMPARED_LINES ? (line as ComparedLine) : 'staff-in-post',
    withArchived: search.has('archived'),
    isAsked: search.get('ask') === 'changed',
    toggle: (id) => {
      const rest = beside.filter((each) => each !== id);
      change('with', (rest.length < beside.length ? rest : [...beside, id].slice(-MOST_BESIDE)).join(','));
    },
    choose: (name, value) => change(name, value),
    showArchived: (withArchived) => change('archived', withArchived ? 'shown' : null),
    ask: (isAsked) => change('ask', isAsked ? 'changed' : null),
  };
}
