import { NationalApi } from '../support/national-api.fixture';

let api: NationalApi;

beforeAll(async () => {
  api = await NationalApi.start(['releases:read']);
});

afterAll(() => api.stop());

/** As an installation is: the setting that tests of deliveries use is off. */
describe('the address of an endpoint', () => {
  it.each([
    'http://receiver.example/told',
    'https://localhost/told',
    'https://127.0.0.1/told',
    'https://2130706433/told',
    'https://[::1]/told',
    'https://[::ffff:127.0.0.1]/told',
    'https://10.0.0.1:8443/told',
    'https://192.168.0.1/told',
    'https://169.254.169.254/latest/meta-data/',
    'https://[fd00:ec2::254]/latest/meta-data/',
    'https://nothing.invalid/told',
  ])('may not be %s', async (url) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/v1/webhook-endpoints',
      headers: await api.authorised(),
      payload: { url, eventTypes: ['release.published'] },
    });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ errors: [{ pointer: '/url', rule: 'public-address' }] });
    const kept = await api.dataSource.query<unknown[]>('SELECT id FROM webhook_endpoint');
    expect(kept).toEqual([]);
  });
});
