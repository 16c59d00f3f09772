import { NotAcceptableError, chooseEncoding, chooseMediaType } from './content-negotiation';

describe('content negotiation', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/csv;q=0.5, application/x-ndjson', 'application/x-ndjson'],
    ['text/html, text/csv;q=0.4', 'text/csv'],
    ['application/vnd.apache.parquet', 'application/vnd.apache.parquet'],
  ])('answers Accept %p with %p', (accept, type) => {
    expect(chooseMediaType(accept)).toBe(type);
  });

  it.each(['text/html', 'text/csv;q=0'])('refuses %p', (accept) => {
    expect(() => chooseMediaType(accept)).toThrow(NotAcceptableError);
  });

  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['br;q=0.2, gzip;q=0.9', 'gzip'],
    ['deflate', 'identity'],
  ])('answers Accept-Encoding %p with %p', (accepted, encoding) => {
    expect(chooseEncoding(accepted, ['br', 'gzip', 'identity'])).toBe(encoding);
  });
});
