import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { PublishedRelease } from '#publication';
import { GeneratedReleases, generatedRows } from '../support/generated-release.fixture';
import { NationalApi } from '../support/national-api.fixture';

/** Enough for files of several pieces. */
const ROWS = 9_000;

let api: NationalApi;
let release: PublishedRelease;

beforeAll(async () => {
  api = await NationalApi.start(['releases:read'], async (dataSource) => {
    release = await new GeneratedReleases(dataSource).publish(generatedRows(ROWS));
  });
});

afterAll(() => api.stop());

async function get(path: string, headers: Record<string, string> = {}) {
  const url = `/v1/releases/${release.id}/${path}`;
  return api.app.inject({ url, headers: await api.authorised(headers) });
}

const file = (name: string, headers?: Record<string, string>) => get(`files/${name}`, headers);
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

interface JsonRow {
  readonly organisation: { readonly code: string; readonly name: string; readonly level: string };
  readonly [field: string]: unknown;
}

/** A JSON row as the columns of the tabular forms. */
function flat({ organisation, ...row }: JsonRow): Record<string, unknown> {
  return {
    measure: row['measure'],
    organisation_code: organisation.code,
    organisation_name: organisation.name,
    organisation_level: organisation.level,
    system_code: row['system'],
    region_code: row['region'],
    staff_group_code: row['staffGroup'],
    year: row['year'],
    period_end: row['periodEnd'],
    scenario: row['scenario'],
    plan_status: row['planStatus'],
    band_cluster: row['bandCluster'],
    equality_class: row['equalityClass'],
    value: row['value'],
    status: row['status'],
    unit: row['unit'],
  };
}

describe('full pulls', () => {
  it('as JSON, NDJSON, CSV and Parquet agree cell by cell', async () => {
    const json = (await file('observations.json')).json<{ observations: JsonRow[] }>().observations.map(flat);
    expect(json).toHaveLength(ROWS);
    const lines = (await file('observations.ndjson')).body.trimEnd().split('\n');
    expect(lines.map((line) => flat(JSON.parse(line) as JsonRow))).toEqual(json);
    const csv = parse<Record<string, string>>((await file('observations.csv')).body, { columns: true });
    expect(csv.map(typed)).toEqual(json);
    const bytes = (await file('observations.parquet')).rawPayload;
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const parquet = await parquetReadObjects({ file: buffer });
    expect(parquet.map((row) => ({ ...row, period_end: day(row['period_end']) }))).toEqual(json);
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ])('in %s unpack to the plain file and say what they are', async (encoding, unpack) => {
    const plain = await file('observations.csv');
    const packed = await file('observations.csv', { 'accept-encoding': encoding });
    expect(packed.headers['content-encoding']).toBe(encoding);
    expect(unpack(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
    for (const response of [plain, packed]) {
      expect(response.headers).toMatchObject({
        vary: 'Accept, Accept-Encoding, Authorization',
        'cache-control': 'private, max-age=31536000, immutable',
        'content-length': String(response.rawPayload.length),
        'repr-digest': `sha-256=:${sha256(response.rawPayload).toString('base64')}:`,
        etag: `"${sha256(response.rawPayload).toString('hex')}"`,
      });
    }
  });

  it('are the same under observations', async () => {
    const whole = await file('observations.ndjson');
    const pulled = await get('observations', { accept: 'application/x-ndjson' });
    expect([pulled.body, pulled.headers['etag']]).toEqual([whole.body, whole.headers['etag']]);
    expect(release.contentSha256).toBe(sha256(whole.body).toString('hex'));
  });

  it('cost a 304 the second time', async () => {
    const etag = String((await file('observations.json')).headers['etag']);
    const again = await file('observations.json', { 'if-none-match': etag });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
  });
});

describe('a pull that was cut', () => {
  it('goes on at the byte where it ended', async () => {
    const whole = await file('observations.ndjson');
    const etag = String(whole.headers['etag']);
    for (const cut of [1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, whole.rawPayload.length - 1]) {
      const rest = await file('observations.ndjson', { range: `bytes=${cut}-`, 'if-range': etag });
      expect(rest.statusCode).toBe(206);
      expect(rest.headers['content-range']).toBe(
        `bytes ${cut}-${whole.rawPayload.length - 1}/${whole.rawPayload.length}`,
      );
      expect(
        Buffer.concat([whole.rawPayload.subarray(0, cut), rest.rawPayload]).equals(whole.rawPayload),
      ).toBe(true);
    }
  });

  it('begins again when the file it knows is another', async () => {
    const other = await file('observations.ndjson', { range: 'bytes=5-', 'if-range': '"other"' });
    expect(other.statusCode).toBe(200);
  });

  it('is told the size when it asks behind the end', async () => {
    const response = await file('observations.ndjson', { range: 'bytes=99999999-' });
    expect(response.statusCode).toBe(416);
    expect(response.headers['content-range']).toMatch(/^bytes \*\/\d+$/);
  });
});

describe('metadata of a release', () => {
  it('describes the CSV so that a reader needs nothing else', async () => {
    const csv = await file('observations.csv');
    const [link] = /<[^>]+csv-metadata\.json>/.exec(String(csv.headers['link'])) ?? [];
    expect(link).toContain(release.id);
    const metadata = (await file('observations.csv-metadata.json')).json<{
      tableSchema: { columns: { name: string; required: boolean }[] };
    }>();
    const [first]: string[][] = parse(csv.body, { to_line: 1 });
    expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(first);
  });

  it('packages every form with its size and hash', async () => {
    const { resources } = (await file('datapackage.json')).json<{
      resources: { path: string; bytes: number; hash: string }[];
    }>();
    expect(resources.length).toBeGreaterThan(3);
    for (const { path, bytes, hash } of resources) {
      const { rawPayload } = await file(path);
      expect([path, rawPayload.length, `sha256:${sha256(rawPayload).toString('hex')}`]).toEqual([
        path,
        bytes,
        hash,
      ]);
    }
  });

  it('is signed: the manifest names each file, and anyone can check it', async () => {
    const manifest = await file('manifest.json');
    const keys = await api.app.inject({ url: '/v1/keys' });
    const { payload } = await compactVerify(
      (await file('manifest.jws')).body,
      createLocalJWKSet(keys.json<JSONWebKeySet>()),
    );
    expect(Buffer.from(payload).toString()).toBe(manifest.body);
    const { files, rowCount } = manifest.json<{
      rowCount: number;
      files: { name: string; representations: { encoding: string; sha256: string }[] }[];
    }>();
    expect(rowCount).toBe(ROWS);
    for (const { name, representations } of files) {
      for (const { encoding, sha256: expected } of representations) {
        const { rawPayload } = await file(name, { 'accept-encoding': encoding });
        expect([name, encoding, sha256(rawPayload).toString('hex')]).toEqual([name, encoding, expected]);
      }
    }
  });

  it('knows no other file', async () => {
    expect((await file('secrets.json')).statusCode).toBe(404);
  });
});

/** A CSV record with the types that its metadata gives it. */
function typed(record: Record<string, string>): Record<string, unknown> {
  const entries = Object.entries(record).map(([name, text]) => {
    if (name === 'year') return [name, Number(text)];
    if (name === 'value') return [name, /^[cw]$/.test(text) ? null : Number(text)];
    return [name, text === '' ? null : text];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const day = (value: unknown): string => (value as Date).toISOString().slice(0, 10);
