import { viewFileAddress } from '../../../apps/api/edge/view-addresses';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

interface JsonFile {
  readonly title: string;
  readonly tables: readonly { readonly key: string; readonly rows: readonly Record<string, unknown>[] }[];
}

/** Pages of lists, with the table that each shows first. */
const PAGES = {
  '/accuracy': 'horizon',
  '/administration/people': 'people',
  '/administration/clients': 'clients',
  '/administration/schedules': 'schedules',
  '/administration/jobs': 'jobs',
  '/administration/audit': 'audit',
  '/data/baselines': 'baselines',
  '/data/published-files': 'published-files',
  '/data/snapshots': 'snapshots',
};

describe('pages of lists as files', () => {
  let api: ApiUnderTest;
  let administrator: Caller;

  beforeAll(async () => {
    api = await startApi();
    administrator = await api.signedIn('administrator', 'ENG');
  });

  afterAll(() => api.close());

  /** What stands at a page's own address with an ending. */
  const file = (caller: Caller, address: string) => {
    const [path = '', search = ''] = (viewFileAddress(address) ?? '').replace('/api', '').split('?');
    return caller.get(path, Object.fromEntries(new URLSearchParams(search)));
  };

  it.each(Object.entries(PAGES))('%s comes as CSV, JSON and an Excel workbook', async (page, table) => {
    const json = await file(administrator, `${page}.json`);
    expect(json.json<JsonFile>().tables[0]?.key).toBe(table);
    const csv = await file(administrator, `${page}.csv?table=${table}`);
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename=".*\.csv"$/);
    expect(csv.text).toMatch(/^\uFEFF.*,Title,Source,Calculated,Run\r\n/);
    const xlsx = await file(administrator, `${page}.xlsx`);
    expect([xlsx.status, xlsx.text.slice(0, 2)]).toEqual([200, 'PK']);
  });

  it('have the filters of the page', async () => {
    const sought = await api.signedIn('workforce-lead', 'RR8');
    const rowsAt = async (address: string) =>
      (await file(administrator, address)).json<JsonFile>().tables[0]?.rows ?? [];
    const found = await rowsAt(`/administration/people.json?find=${sought.email}`);
    expect(found.map(({ person }) => String(person))).toEqual([expect.stringContaining(sought.email)]);
    expect(await rowsAt(`/administration/people.json?find=${sought.email}&role=administrator`)).toEqual([]);
    const all = await rowsAt('/administration/people.json?find=&role=');
    expect(all.length).toBeGreaterThan(found.length);
  });

  it('say no more than the page: nothing for whoever may not open it', async () => {
    const lead = await api.signedIn('workforce-lead', 'RR8');
    for (const page of ['people', 'clients', 'jobs', 'audit']) {
      const { status } = await file(lead, `/administration/${page}.csv`);
      expect([page, status]).toEqual([page, 403]);
    }
  });
});
