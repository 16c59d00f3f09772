import fc from 'fast-check';
import type { PublishedRelease } from '#publication';
import { GeneratedReleases, generatedRows } from '../support/generated-release.fixture';
import { NationalApi } from '../support/national-api.fixture';

const ROWS = 6_000;
const CUTS = 20;

let api: NationalApi;
let release: PublishedRelease;
let headers: Record<string, string>;

beforeAll(async () => {
  api = await NationalApi.start(['releases:read'], async (dataSource) => {
    release = await new GeneratedReleases(dataSource).publish(generatedRows(ROWS));
  });
  headers = await api.authorised({ accept: 'application/x-ndjson' });
});

afterAll(() => api.stop());

/** Every page of the release, one behind the other. */
async function pulledByCursor(): Promise<Buffer> {
  const pages: Buffer[] = [];
  let url: string | undefined = `/v1/releases/${release.id}/observations?limit=450`;
  while (url !== undefined) {
    const response: Awaited<ReturnType<typeof api.app.inject>> = await api.app.inject({ url, headers });
    pages.push(response.rawPayload);
    url = /<([^>]+)>/.exec(String(response.headers['link'] ?? ''))?.[1];
  }
  return Buffer.concat(pages);
}

const file = async (more: Record<string, string> = {}) => {
  const url = `/v1/releases/${release.id}/files/observations.ndjson`;
  return api.app.inject({ url, headers: { ...headers, ...more } });
};

describe('a pull of a whole release', () => {
  it('by cursor while others are published is the file, byte for byte', async () => {
    const publishing = (async () => {
      const releases = new GeneratedReleases(api.dataSource);
      for (const version of [2, 3, 4]) await releases.publish(generatedRows(500, version));
    })();
    const pulled = await pulledByCursor();
    await publishing;
    expect(pulled.equals((await file()).rawPayload)).toBe(true);
  });

  it('that is cut anywhere goes on at that byte', async () => {
    const whole = await file();
    const etag = String(whole.headers['etag']);
    const bytes = whole.rawPayload;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (cut) => {
        const rest = await file({ range: `bytes=${cut}-`, 'if-range': etag });
        return Buffer.concat([bytes.subarray(0, cut), rest.rawPayload]).equals(bytes);
      }),
      { numRuns: CUTS },
    );
  });
});
