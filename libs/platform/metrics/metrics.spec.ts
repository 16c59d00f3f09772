import { createHttpAdapter } from '../http/http-adapter';
import { METRICS, countPulls, observeRun, publishGauge } from './metrics';

describe('the metrics of a process', () => {
  it('time requests by the pattern of their route, never by what is in the address', async () => {
    const server = createHttpAdapter().getInstance();
    server.get('/people/:id', () => 'found');
    await server.inject({ url: '/people/edith.planner@example.org?name=Edith' });
    await server.inject({ url: '/nowhere/edith.planner@example.org' });
    await server.close();
    const text = await METRICS.metrics();
    expect(text).toContain(
      'wholetime_http_request_seconds_count{method="GET",route="/people/:id",status="200"} 1',
    );
    expect(text).toContain('route="none",status="404"');
    expect(text).not.toMatch(/edith/i);
  });

  it('count runs by outcome and pulls', async () => {
    observeRun('published', 0.3);
    countPulls(3);
    const text = await METRICS.metrics();
    expect(text).toContain('wholetime_run_seconds_bucket{le="0.5",outcome="published"} 1');
    expect(text).toContain('wholetime_national_pulls_total 3');
  });

  it('read what waits when they are read, and leave out what cannot be read', async () => {
    const description = { name: 'wholetime_test_depth', help: 'For a test.', label: 'queue' };
    let depth: number | null = 7;
    publishGauge(description, () =>
      depth === null ? Promise.reject(new Error('away')) : Promise.resolve({ projections: depth }),
    );
    expect(await METRICS.metrics()).toContain('wholetime_test_depth{queue="projections"} 7');
    depth = null;
    expect(await METRICS.metrics()).not.toContain('wholetime_test_depth{');
  });
});
