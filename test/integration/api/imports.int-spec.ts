import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

const FILE = 'sickness-absence-benchmarking-2024-04.csv';
const BOUNDARY = 'the-boundary';

describe('imports over HTTP', () => {
  let api: ApiUnderTest;
  let administrator: Caller;
  let previewed: object;
  const content = readFileSync(join(projectRoot(), 'test/fixtures/published', FILE));

  beforeAll(async () => {
    api = await startApi();
    administrator = await api.signedIn('administrator', 'ENG');
  });

  afterAll(() => api.close());

  const upload = (caller: Caller, file: Buffer, name = FILE, path = '/imports') => {
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
    return caller.send('POST', path, body, {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    });
  };

  const uploadFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('wholetime-upload-'));

  it('show the report before anything is saved, the same to the last figure', async () => {
    const counts = async () => {
      const tables = ['import_file', 'history_point', 'history_series', 'organisation', 'audit_entry'];
      const rows = await Promise.all(
        tables.map((table) => api.dataSource.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${table}`)),
      );
      return rows.map(([row]) => row?.n);
    };
    const [before, folders] = [await counts(), uploadFolders()];
    const preview = await upload(administrator, content, 'sickness.csv', '/imports/preview');

    expect(preview.status).toBe(200);
    expect(await counts()).toEqual(before);
    expect(uploadFolders()).toEqual(folders);
    previewed = preview.json();
  });

  it('take a published file as it is, once', async () => {
    const first = await upload(administrator, content, '..\\downloads\\sickness.csv');
    const second = await upload(administrator, content);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.json()).toMatchObject({ fileName: 'sickness.csv', alreadyImported: false, notKept: [] });
    const { id: _id, fileName: _name, ...report } = first.json<Record<string, unknown>>();
    expect(previewed).toMatchObject(report);
    expect(first.json<{ rowsKept: number }>().rowsKept).toBeGreaterThan(0);
    expect(second.json()).toMatchObject({ alreadyImported: true, id: first.json()['id'] });
    const { imports } = (await administrator.get('/imports')).json<{ imports: object[] }>();
    expect(imports).toMatchObject([{ kind: 'sickness-absence-benchmarking', fileName: 'sickness.csv' }]);
    const audited = await api.dataSource.query<object[]>(
      "SELECT entity_id AS id FROM audit_entry WHERE action = 'file.imported'",
    );
    expect(audited).toEqual([{ id: first.json()['id'] }]);
  });

  it('refuse a file with faults as a whole, say where they are, and keep nothing of it', async () => {
    const folders = uploadFolders();
    const spoilt = Buffer.from(content.toString().replace('35113.01509', 'lots'));

    const answer = await upload(administrator, spoilt, 'spoilt.csv');

    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ line: 2, column: 'FTE_DAYS_AVAILABLE' }] });
    expect((await administrator.get('/imports')).text).not.toContain('spoilt.csv');
    expect(uploadFolders()).toEqual(folders);
  });

  it('refuse what is no file', async () => {
    const empty = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
    const answers = [
      await administrator.send('POST', '/imports', { file: 'x' }),
      await administrator.send('POST', '/imports', Buffer.from(`--${BOUNDARY}--\r\n`), empty),
    ];

    expect(answers.map(({ status }) => status)).toEqual([415, 400]);
  });

  it('are for a national administrator', async () => {
    const local = await api.signedIn('administrator', 'QWO');

    expect((await upload(local, content)).status).toBe(403);
    expect((await local.get('/imports')).status).toBe(200);
  });
});
