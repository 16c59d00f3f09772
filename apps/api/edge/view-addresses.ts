const PAGE =
  /^\/scenarios\/(?<scenarioId>[^/?]+)\/organisations\/(?<organisationId>[^/?]+?)(?:\/(?<page>[a-z-]+(?:\/[a-z-]+)?))?\.(?<format>csv|json|xlsx)$/;
const MODULE_PAGE = /^modules\/(?<module>[a-z-]+)$/;
const CELL = /^(?:(?<parameter>[a-z0-9.-]+)~)?(?<staffGroup>[a-z0-9-]+)\.(?<year>\d{4})$/;
const SHOWN = /^show\.([a-z0-9-]+)$/;

/** Filters in a page's address that its files have too; the rest of an address is how a page is laid out. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  overview: ['table', 'group', 'lines'],
  report: ['table'],
  explanation: ['table', 'staffGroup', 'measure', 'month', 'span'],
  assumptions: ['table', 'parameter', 'module', 'find', 'rows', 'sort'],
  history: ['table'],
  changes: ['table'],
  plan: ['table'],
  scenarios: ['table', 'with', 'group', 'line'],
};

const VIEWS: Readonly<Record<string, string>> = {
  '': 'overview',
  plan: 'plan',
  explanation: 'explanation',
  scenarios: 'scenarios',
  assumptions: 'assumptions',
  'assumptions/history': 'history',
  'assumptions/changes': 'changes',
};

function moduleOf(page: string): string | null {
  return MODULE_PAGE.exec(page)?.groups?.['module'] ?? null;
}

/** What of each table is shown: `show.posts=group-2` and the like, as one word. */
function shownOf(search: URLSearchParams): string {
  return [...search]
    .flatMap(([name, choice]) => {
      const table = SHOWN.exec(name)?.[1];
      return table === undefined ? [] : [`${table}:${choice}`];
    })
    .join(',');
}

/** The assumption that the address of a page names as its cell. */
function cellOf(search: URLSearchParams): [string, string][] {
  const cell = CELL.exec(search.get('cell') ?? '')?.groups ?? {};
  const parameter = cell['parameter'] ?? search.get('parameter') ?? 'retention.leaver-rate';
  return [
    ['parameter', parameter],
    ['staffGroup', cell['staffGroup'] ?? ''],
    ['year', cell['year'] ?? ''],
  ];
}

function filtersOf(view: string, search: URLSearchParams): [string, string][] {
  const kept = (FILTERS[view] ?? []).flatMap((name): [string, string][] => {
    const value = search.get(name);
    // Which rows need attention only the page knows: the entries are not saved.
    return value === null || (name === 'rows' && value === 'attention') ? [] : [[name, value]];
  });
  if (view === 'history') return [...kept, ...cellOf(search)];
  if (view === 'explanation' && !search.has('span')) return [...kept, ['span', 'year']];
  const show = view === 'report' ? shownOf(search) : '';
  return show === '' ? kept : [...kept, ['show', show]];
}

/**
 * The address of what a page shows as a file, for the page's own address with an ending: `/scenarios/S/
 * organisations/O/modules/growth.csv?show.posts=all`; null for any other address.
 */
export function viewFileAddress(url: string): string | null {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const found = PAGE.exec(pathname)?.groups;
  if (found === undefined) return null;
  const { scenarioId = '', organisationId = '', page = '', format = '' } = found;
  const module = moduleOf(page);
  const view = module === null ? VIEWS[page] : 'report';
  if (view === undefined) return null;
  const query = new URLSearchParams([
    ['scenarioId', decodeURIComponent(scenarioId)],
    ['organisationId', decodeURIComponent(organisationId)],
    ...(module === null ? [] : ([['module', module]] as [string, string][])),
    ...filtersOf(view, searchParams),
  ]);
  return `/api/views/${view}.${format}?${query.toString()}`;
}
