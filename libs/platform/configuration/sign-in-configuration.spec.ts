import { loadConfiguration } from './load-configuration';

const WHOLE = {
  WHOLETIME_OIDC_ISSUER: 'https://login.example.nhs.uk/realm',
  WHOLETIME_OIDC_CLIENT_ID: 'wholetime',
  WHOLETIME_OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc',
  WHOLETIME_PUBLIC_URL: 'https://wholetime.example.nhs.uk',
};

describe('the settings of the identity provider', () => {
  it('are none unless an issuer is named', () => {
    const { WHOLETIME_OIDC_ISSUER: _, ...others } = WHOLE;
    expect(loadConfiguration(others).identityProvider).toBeNull();
  });

  it('are whole, or what lacks is named', () => {
    expect(loadConfiguration(WHOLE).identityProvider).toEqual({
      issuer: 'https://login.example.nhs.uk/realm',
      clientId: 'wholetime',
      clientSecretFile: '/run/secrets/oidc',
      publicUrl: 'https://wholetime.example.nhs.uk',
      name: 'your organisation',
    });
    const { WHOLETIME_OIDC_ISSUER } = WHOLE;
    expect(() => loadConfiguration({ WHOLETIME_OIDC_ISSUER })).toThrow(
      /WHOLETIME_OIDC_CLIENT_ID must be set[^]*CLIENT_SECRET_FILE must be set[^]*PUBLIC_URL must be set/,
    );
  });

  it.each(['http://login.example.nhs.uk', 'login.example.nhs.uk', 'https://login.example.nhs.uk?realm=1'])(
    'do not lead to %s',
    (issuer) => {
      expect(() => loadConfiguration({ ...WHOLE, WHOLETIME_OIDC_ISSUER: issuer })).toThrow(
        /WHOLETIME_OIDC_ISSUER must start with https/,
      );
    },
  );
});
