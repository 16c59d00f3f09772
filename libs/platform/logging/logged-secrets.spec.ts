import { Writable } from 'node:stream';
import { pino } from 'pino';
import { loadConfiguration } from '../configuration/load-configuration';
import { loggerOptions, requestLoggingOptions } from './logger-options';

const CANARY = 'canary-7f3a';

/** The lines that a process would write. */
function logged(write: (logger: pino.Logger) => void): string[] {
  let text = '';
  const sink = new Writable({
    write(part: Buffer, _encoding, done) {
      text += part.toString();
      done();
    },
  });
  write(pino({ ...loggerOptions(loadConfiguration({})), level: 'trace' }, sink));
  return text.split('\n').filter((line) => line !== '');
}

describe('a log line', () => {
  it.each(['password', 'secret', 'token', 'csrfToken', 'authorization', 'cookie', 'clientAssertion'])(
    'has no %s, at the top or one level below',
    (name) => {
      const text = logged((logger) => {
        logger.error({ [name]: CANARY }, 'top');
        logger.error({ body: { [name]: CANARY } }, 'below');
      }).join('\n');

      expect(text).not.toContain(CANARY);
      expect(text).toContain('[redacted]');
    },
  );

  it('has no credentials of a request and of its answer', () => {
    const headers = { authorization: CANARY, cookie: CANARY, 'x-csrf-token': CANARY };
    const text = logged((logger) => {
      logger.info({ req: { headers }, res: { headers: { 'set-cookie': CANARY } } }, 'request');
    }).join('\n');

    expect(text).not.toContain(CANARY);
  });

  it('has the path of a request and not what was asked', () => {
    const { pinoHttp } = requestLoggingOptions(loadConfiguration({}));
    const { serializers } = pinoHttp as { serializers: { req: (request: object) => object } };
    const request = { id: 'request-1', method: 'GET', url: `/api/people?search=${CANARY}`, headers: {} };

    expect(serializers.req(request)).toEqual({ id: 'request-1', method: 'GET', path: '/api/people' });
  });

  it('is one line of JSON with its time in UTC, whatever was logged', () => {
    const [line = '', ...more] = logged((logger) => {
      logger.warn({ text: 'a\r\n{"level":"error"}\u001b[31m' }, 'first\nsecond');
    });

    expect(more).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      msg: 'first\nsecond',
    });
    expect(line).not.toContain('\u001b');
  });
});
