const UNIT_PAGE =
  /^\/scenarios\/(?<scenarioId>[^/]+)\/organisations\/(?<organisationId>[^/]+?)(?:\/(?<page>[a-z-]+(?:\/[a-z-]+)?))?$/;
const FILE = /^(?<page>.+)\.(?<format>csv|json|xlsx)$/;
const MODULE_PAGE = /^modules\/(?<module>[a-z-]+)$/;
const CELL = /^(?:(?<parameter>[a-z0-9.-]+)~)?(?<staffGroup>[a-z0-9-]+)\.(?<year>\d{4})$/;
const SHOWN = /^show\.([a-z0-9-]+)$/;

type Query = [name: string, value: string][];

/** A page's view, and what of the page's address its files have too; the rest is how a page is laid out. */
interface PageView {
  readonly view: string;
  /** Filters of the page, by the names that the view gives them. */
  readonly filters: Readonly<Record<string, string>>;
}

const same = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** The views of one organisation under one scenario, by the end of their pages' addresses. */
const UNIT_VIEWS: Readonly<Record<string, PageView>> = {
  '': { view: 'overview', filters: same('group', 'lines', 'ask', 'against') },
  plan: { view: 'plan', filters: {} },
  explanation: { view: 'explanation', filters: same('staffGroup', 'measure', 'month', 'span', 'run') },
  scenarios: { view: 'scenarios', filters: same('with', 'group', 'line', 'archived', 'ask') },
  'close-the-gap': { view: 'close-the-gap', filters: same('proposal') },
  assumptions: { view: 'assumptions', filters: same('parameter', 'module', 'find', 'rows', 'sort') },
  'assumptions/history': { view: 'history', filters: {} },
  'assumptions/changes': { view: 'changes', filters: {} },
  'in-the-year': { view: 'in-the-year', filters: same('group', 'line', 'expected') },
  'four-lines': { view: 'four-lines', filters: same('year', 'group') },
  return: { view: 'return', filters: {} },
};

const OF_MONTHLY_FILES = { ...same('report', 'month'), organisationId: 'organisation' };

/** The views of the other pages, by their addresses. */
const RECORD_VIEWS: Readonly<Record<string, PageView>> = {
  '/accuracy': { view: 'accuracy', filters: same('about', 'beside', 'years') },
  '/data/baselines': { view: 'baselines', filters: { ...same('find', 'basis'), roundId: 'round' } },
  '/data/esr': { view: 'esr', filters: { ...same('report'), organisationId: 'organisation' } },
  '/data/ledger': { view: 'monthly-files/ledger', filters: OF_MONTHLY_FILES },
  '/data/roster': { view: 'monthly-files/roster', filters: OF_MONTHLY_FILES },
  '/data/published-files': { view: 'published-files', filters: same('find', 'kind') },
  '/data/snapshots': { view: 'snapshots', filters: same('find') },
  '/administration/people': { view: 'people', filters: same('find', 'role', 'state') },
  '/administration/clients': { view: 'clients', filters: same('find') },
  '/administration/schedules': { view: 'schedules', filters: same('state') },
  '/administration/jobs': { view: 'jobs', filters: same('find', 'state') },
  '/administration/audit': {
    view: 'audit',
    filters: same('actor', 'action', 'organisationId', 'from', 'to', 'entityId'),
  },
};

/** What of each table is shown: `show.posts=group-2` and the like, as one word. */
function shownOf(search: URLSearchParams): Query {
  const show = [...search].flatMap(([name, choice]) => {
    const table = SHOWN.exec(name)?.[1];
    return table === undefined ? [] : [`${table}:${choice}`];
  });
  return show.length === 0 ? [] : [['show', show.join(',')]];
}

/** The assumption that the address of a page names as its cell. */
function cellOf(search: URLSearchParams): Query {
  const cell = CELL.exec(search.get('cell') ?? '')?.groups ?? {};
  const parameter = cell['parameter'] ?? search.get('parameter') ?? 'retention.leaver-rate';
  return [
    ['parameter', parameter],
    ['staffGroup', cell['staffGroup'] ?? ''],
    ['year', cell['year'] ?? ''],
  ];
}

/** What narrows nothing; a comparison with nothing is one all the same. */
function isUnsaid(name: string, value: string): boolean {
  return (value === '' && name !== 'with') || (name === 'rows' && value === 'attention');
}

/** Views whose tables have choices of their own. */
const HAS_CHOICES: ReadonlySet<string> = new Set(['report', 'accuracy', 'national']);

function filtersOf({ view, filters }: PageView, search: URLSearchParams): Query {
  const kept = Object.entries({ table: 'table', ...filters }).flatMap(([name, inAddress]): Query => {
    const value = search.get(inAddress);
    // Which rows need attention only the page knows: the entries are not saved.
    return value === null || isUnsaid(name, value) ? [] : [[name, value]];
  });
  if (view === 'history') return [...kept, ...cellOf(search)];
  if (view === 'explanation' && !search.has('span')) return [...kept, ['span', 'year']];
  return HAS_CHOICES.has(view) ? [...kept, ...shownOf(search)] : kept;
}

const DOCUMENT_PAGE =
  /^\/sign-off\/(?<document>[^/]+?)(?:\/(?<view>status|checks|versions)(?:\/(?<part>[0-9-]+))?)?$/;

const NATIONAL_PAGE = /^\/national\/(?<scenarioId>[^/]+)$/;

/** The view of the national picture of a scenario. */
function nationalViewOf(page: string): PageOfView | null {
  const { scenarioId } = NATIONAL_PAGE.exec(page)?.groups ?? {};
  if (scenarioId === undefined) return null;
  const named: Query = [['scenarioId', decodeURIComponent(scenarioId)]];
  return { page: { view: 'national', filters: same('line', 'year') }, named };
}

/** The view of a page of a return or plan. */
function documentViewOf(page: string): PageOfView | null {
  const { document, view = 'status', part } = DOCUMENT_PAGE.exec(page)?.groups ?? {};
  if (document === undefined) return null;
  const named: Query = part === undefined ? [] : [['part', part]];
  return { page: { view: `sign-off/${document}/${view}`, filters: {} }, named };
}

interface PageOfView {
  readonly page: PageView;
  /** What the address itself names: a unit, a module, versions. */
  readonly named: Query;
}

/** The view of a page, with what its address names. */
function viewOf(page: string): PageOfView | null {
  const record = RECORD_VIEWS[page];
  if (record !== undefined) return { page: record, named: [] };
  const unit = UNIT_PAGE.exec(page)?.groups;
  if (unit === undefined) return documentViewOf(page) ?? nationalViewOf(page);
  const module = MODULE_PAGE.exec(unit['page'] ?? '')?.groups?.['module'];
  const view = module === undefined ? UNIT_VIEWS[unit['page'] ?? ''] : { view: 'report', filters: {} };
  if (view === undefined) return null;
  const named = ['scenarioId', 'organisationId'].map((name): Query[number] => [
    name,
    decodeURIComponent(unit[name] ?? ''),
  ]);
  return { page: view, named: module === undefined ? named : [...named, ['module', module]] };
}

/**
 * The address of what a page shows as a file, for the page's own address with an ending: `/scenarios/S/
 * organisations/O/modules/growth.csv?show.posts=all`; null for any other address.
 */
export function viewFileAddress(url: string): string | null {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const { page = '', format = '' } = FILE.exec(pathname)?.groups ?? {};
  const found = viewOf(page);
  if (found === null) return null;
  const query = new URLSearchParams([...found.named, ...filtersOf(found.page, searchParams)]);
  return `/api/views/${found.page.view}.${format}${query.size === 0 ? '' : `?${query.toString()}`}`;
}
