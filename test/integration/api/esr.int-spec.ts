import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ESR_DAYS, syntheticExtracts } from '../../support/esr/esr-extracts.fixture';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';

const BOUNDARY = 'the-boundary';
const MULTIPART = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

interface Report {
  readonly id: string;
  readonly alreadyImported: boolean;
  readonly blockedBy: readonly string[];
  readonly position: { readonly headcount: number };
  readonly change: { readonly reconciliation: readonly { readonly residual: number }[] } | null;
}

describe('ESR extracts over HTTP', () => {
  let api: ApiUnderTest;
  let lead: Caller & { readonly personId: string };
  let organisationId: string;
  const { earlier, later, starters, leavers, truth, secrets } = syntheticExtracts(50);

  beforeAll(async () => {
    api = await startApi();
    lead = await api.signedIn('workforce-lead', 'RR8');
    organisationId = api.fixture.organisation('RR8');
  });

  afterAll(() => api.close());

  const send = (caller: Caller, path: string, files: Readonly<Record<string, string>>) => {
    const parts = Object.entries(files).map(
      ([role, text]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${role}"; filename="${role}.csv"\r\n\r\n${text}\r\n`,
    );
    const days = 'earlier' in files ? `&earlierAsAt=${ESR_DAYS.earlier}` : '';
    return caller.send(
      'POST',
      `${path}?organisationId=${organisationId}&asAt=${ESR_DAYS.later}${days}`,
      Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`),
      MULTIPART,
    );
  };
  const everything = { extract: later, earlier, starters, leavers };
  const extracts = async (): Promise<Report[]> =>
    (await lead.get('/esr-extracts', { organisationId })).json<{ extracts: Report[] }>().extracts;

  it('show the report before anything is saved', async () => {
    const answer = await send(lead, '/esr-extracts/preview', everything);

    expect(answer.status).toBe(200);
    const report = answer.json<Report>();
    expect(report.position.headcount).toBe(truth.stock('closing', 'all').heads);
    expect(report.change?.reconciliation.map(({ residual }) => residual)).toEqual([7, 8]);
    expect(await extracts()).toEqual([]);
  });

  it('are imported once, with a line in the audit trail and no file on disk', async () => {
    const folders = readdirSync(tmpdir()).filter((name) => name.startsWith('wholetime-upload-'));
    const first = await send(lead, '/esr-extracts', everything);
    const second = await send(lead, '/esr-extracts', everything);

    expect([first.status, second.status]).toEqual([201, 201]);
    const { id, alreadyImported } = first.json<Report>();
    expect([alreadyImported, second.json<Report>().alreadyImported]).toEqual([false, true]);
    expect((await extracts()).map((report) => report.id)).toEqual([id]);
    const audited = await api.dataSource.query<object[]>(
      "SELECT entity_id AS id, actor FROM audit_entry WHERE action = 'esr-extract.imported'",
    );
    expect(audited).toEqual([{ id, actor: lead.personId }]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('wholetime-upload-'))).toEqual(folders);
    expect(secrets.filter((secret) => first.text.includes(secret))).toEqual([]);
  });

  it('are refused as a whole, with the line and never the value', async () => {
    const spoilt = later.replace('01-APR-2015', 'Quillfeather0');
    const answer = await send(lead, '/esr-extracts', { extract: spoilt });

    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({
      errors: [{ line: 2, column: 'Latest Start Date', rule: 'is-date' }],
    });
    expect(answer.text).not.toContain('Quillfeather');
    expect((await send(lead, '/esr-extracts', { photo: later })).status).toBe(400);
    expect(
      (await lead.send('POST', `/esr-extracts?organisationId=${organisationId}&asAt=2026-03-31`, {})).status,
    ).toBe(415);
  });

  it('are for the organisation’s own people', async () => {
    const other = await api.signedIn('workforce-lead', 'QJ2');
    const reviewer = await api.signedIn('regional-reviewer', 'ENG');

    expect((await send(other, '/esr-extracts/preview', everything)).status).toBe(404);
    expect((await reviewer.get('/esr-extracts', { organisationId })).status).toBe(403);
  });

  it('are read by a mapping that nobody overwrites unseen', async () => {
    const save = (baseVersion: number, mapping: object) =>
      lead.send('POST', '/esr-mapping', { organisationId, baseVersion, mapping });
    const mapping = { columns: { 'pay-grade': 'Scale' }, occupationCodes: { 'A1*': 'ambulance-staff' } };

    expect((await save(0, mapping)).json()).toMatchObject({ version: 1, mapping });
    expect((await save(0, {})).status).toBe(409);
    expect((await save(1, { occupationCodes: { A1: 'astronauts' } })).status).toBe(422);
    expect((await save(1, { columns: 3, extra: 1 })).status).toBe(422);
    expect((await lead.get('/esr-mapping', { organisationId })).json()).toMatchObject({
      version: 1,
      mapping,
    });
    const answer = await send(lead, '/esr-extracts/preview', { extract: later });
    expect(answer.json()).toMatchObject({ errors: [{ column: 'Pay Grade', rule: 'has-column' }] });
    const renamed = await send(lead, '/esr-extracts/preview', {
      extract: later.replace('Pay Grade', 'Scale'),
    });
    expect(renamed.json<Report>().blockedBy).toEqual([]);
  });
});
