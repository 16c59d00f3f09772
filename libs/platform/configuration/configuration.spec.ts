import { isAbsolute, join } from 'node:path';
import { ConfigurationError } from './configuration.error';
import { loadConfiguration } from './load-configuration';
import { projectRoot } from './project-root';

function faultOf(environment: Record<string, string>): ConfigurationError {
  try {
    loadConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error;
    }
    throw error;
  }
  throw new Error('The environment was accepted.');
}

describe('loadConfiguration', () => {
  it('works with an empty environment', () => {
    const configuration = loadConfiguration({});
    expect(configuration).toMatchObject({ port: 3000, servicesMode: 'auto', logLevel: 'info' });
    expect(configuration.heeApiPort).toBe(3001);
    expect(configuration.dataDirectory).toBe(join(projectRoot(), '.local'));
    expect(isAbsolute(configuration.enginePath)).toBe(true);
  });

  it('moves the national API with the web port unless it is set itself', () => {
    expect(loadConfiguration({ PORT: '8080' }).heeApiPort).toBe(8081);
    expect(loadConfiguration({ PORT: '8080', HEE_API_PORT: '9000' }).heeApiPort).toBe(9000);
  });

  it('treats an empty variable as absent', () => {
    expect(loadConfiguration({ PORT: '', WHOLETIME_QUEUE_PREFIX: ' ' })).toMatchObject({
      port: 3000,
      queuePrefix: 'wholetime',
    });
  });

  it.each(['80.5', '-1', '65536', '0x50', '1e3', 'web', 'NaN'])('refuses the port %s', (value) => {
    expect(faultOf({ PORT: value }).message).toContain('PORT must be a whole number from 0 to 65535');
  });

  it('names every variable at fault with its rule and never prints a value', () => {
    const error = faultOf({
      DATABASE_URL: 'postgres://planner:hunter2@db/plans',
      WHOLETIME_LOG_LEVEL: 'chatty',
    });
    expect(error.message).toContain('DATABASE_URL must start with mysql://');
    expect(error.message).toContain('WHOLETIME_LOG_LEVEL must be one of fatal, error');
    expect(error.message).not.toMatch(/hunter2|postgres|chatty/);
  });

  it('says which variable a process lacks', () => {
    expect(() => loadConfiguration({}).databaseUrl).toThrow('DATABASE_URL must be set');
  });
});
