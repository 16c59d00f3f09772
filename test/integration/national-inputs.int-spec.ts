import type { Response as InjectResponse } from 'light-my-request';
import { readEnvelopes, readTrainingSupply } from '#national-inputs';
import { NationalApi } from '../support/national-api.fixture';

let api: NationalApi;
let year = 2030;

beforeAll(async () => {
  api = await NationalApi.start(['national:write']);
});

afterAll(() => api.stop());

beforeEach(() => (year += 1));

async function put(
  kind: 'envelopes' | 'training-supply',
  lines: readonly object[],
  headers: Record<string, string> = {},
): Promise<InjectResponse> {
  const url = `/v1/national/${kind}/${year}`;
  return api.app.inject({ method: 'PUT', url, headers: await api.authorised(headers), payload: { lines } });
}

const payBill = (amount: number) => ({ organisation: 'QWO', envelope: 'pay-bill', amount });
const etagOf = (response: InjectResponse): string => String(response.headers['etag']);

describe('what the national body sends', () => {
  it('is kept as the lines of the year, readable by it and by cross-checks', async () => {
    const starts = {
      organisation: 'ENG',
      envelope: 'apprenticeship-starts',
      standard: 'ST0781',
      amount: 4000,
    };
    const sent = await put('envelopes', [payBill(1_234_567_890.12), starts]);
    expect([sent.statusCode, sent.json<{ version: number }>().version]).toEqual([201, 1]);
    const lines = [
      { ...payBill(1_234_567_890.12), staffGroup: null, standard: null },
      { ...starts, staffGroup: null },
    ];
    expect(await readEnvelopes(api.dataSource.manager, year)).toEqual(lines);
    const url = `/v1/national/envelopes/${year}`;
    const read = await api.app.inject({ url, headers: await api.authorised() });
    expect(read.json()).toMatchObject({ year, version: 1, lines });
    const headers = await api.authorised({ 'if-none-match': etagOf(read) });
    expect((await api.app.inject({ url, headers })).statusCode).toBe(304);
  });

  it('holds training supply by region and staff group', async () => {
    const line = {
      region: 'Y63',
      staffGroup: 'midwives',
      commissionedPlaces: 400,
      expectedNewlyQualified: 350,
    };
    expect((await put('training-supply', [line])).statusCode).toBe(201);
    expect(await readTrainingSupply(api.dataSource.manager, year)).toEqual([line]);
    expect(await readTrainingSupply(api.dataSource.manager, year + 50)).toEqual([]);
  });

  it('is replaced only by who knows the version that holds', async () => {
    const first = etagOf(await put('envelopes', [payBill(1)]));
    expect((await put('envelopes', [payBill(2)])).statusCode).toBe(428);
    expect((await put('envelopes', [payBill(2)], { 'if-match': '"other"' })).statusCode).toBe(412);
    const second = await put('envelopes', [payBill(2)], { 'if-match': first });
    expect([second.statusCode, second.json<{ version: number }>().version]).toEqual([200, 2]);
    expect((await put('envelopes', [payBill(3)], { 'if-match': first })).statusCode).toBe(412);
    expect(await readEnvelopes(api.dataSource.manager, year)).toMatchObject([{ amount: 2 }]);
  });

  it('may be repeated when the answer was lost', async () => {
    const first = etagOf(await put('envelopes', [payBill(1)]));
    await put('envelopes', [payBill(2)], { 'if-match': first });
    const again = await put('envelopes', [payBill(2)], { 'if-match': first });
    expect([again.statusCode, again.json()]).toMatchObject([200, { version: 2, isNew: false }]);
  });

  it('is taken from one of two who send at the same time', async () => {
    const sent = await Promise.all([1, 2, 3, 4].map((amount) => put('envelopes', [payBill(amount)])));
    expect(sent.map(({ statusCode }) => statusCode).sort()).toEqual([201, 428, 428, 428]);
  });

  it('is refused whole, naming each faulty line', async () => {
    const response = await put('envelopes', [
      payBill(1),
      { organisation: 'RR8', envelope: 'pay-bill', amount: 1 },
      { organisation: 'ENG', envelope: 'joiners', staffGroup: 'wizards', amount: 1.5 },
      { organisation: 'ENG', envelope: 'capital', standard: 'ST0781', amount: 1 },
      payBill(2),
    ]);
    expect(response.statusCode).toBe(422);
    const { errors } = response.json<{ errors: { pointer: string; rule: string }[] }>();
    expect(errors.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual([
      '/lines/1/organisation known-code',
      '/lines/2/staffGroup known-code',
      '/lines/2/amount whole-people',
      '/lines/3/standard standard-of-apprenticeship',
      '/lines/4 one-line-each',
    ]);
    expect(await readEnvelopes(api.dataSource.manager, year)).toEqual([]);
  });

  it.each<[string, object]>([
    ['money below a penny', payBill(0.001)],
    ['a negative amount', payBill(-1)],
    ['text for a number', { ...payBill(1), amount: '1' }],
    ['an unknown envelope', { ...payBill(1), envelope: 'cakes' }],
    ['an unknown field', { ...payBill(1), colour: 'red' }],
  ])('is refused for %s', async (_, line) => {
    const response = await put('envelopes', [line]);
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('is closed to clients without the scope', async () => {
    const reader = await api.addClient(['releases:read']);
    const headers = await api.authorised({}, reader);
    const url = `/v1/national/envelopes/${year}`;
    const response = await api.app.inject({ method: 'PUT', url, headers, payload: { lines: [payBill(1)] } });
    expect(response.statusCode).toBe(403);
  });
});
