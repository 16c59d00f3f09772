/**
 * A real OpenID Connect provider on a port of its own. `/control` sets what is wrong with its next tokens, its people
 * and its keys; `/control/sign` signs any claims with its key. Prints its issuer when it listens.
 */
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, decodeJwt } from 'jose';
import Provider from 'oidc-provider';

const [publicUrl, clientId, clientSecret] = process.argv.slice(2);
const CALLBACK = `${publicUrl}/api/session/single-sign-on/callback`;
const ENDED = '/api/session/single-sign-on/ended';

/** What the test asks for; replaced by each request to `/control`. */
let control = { people: {}, fault: null, apiUrl: publicUrl };
let [key, handle] = [null, null];

async function newKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: `key-${Math.random()}` };
}

const publicHalf = ({ kty, n, e }) => importJWK({ kty, n, e }, 'RS256', { extractable: true });
const now = () => Math.floor(Date.now() / 1000);

const signed = async (claims, header = {}, by = key) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header })
    .sign(await importJWK(by, 'RS256'));

/** Each fault as what becomes of the token. */
const FAULTS = {
  'wrong-audience': (claims) => signed({ ...claims, aud: 'another-client' }),
  'wrong-issuer': (claims) => signed({ ...claims, iss: 'https://elsewhere.example' }),
  'wrong-nonce': (claims) => signed({ ...claims, nonce: 'another' }),
  'no-nonce': (claims) => signed({ ...claims, nonce: undefined }),
  expired: (claims) => signed({ ...claims, iat: now() - 900, exp: now() - 300 }),
  'not-yet-valid': (claims) => signed({ ...claims, nbf: now() + 300 }),
  'clock-behind': (claims) => signed({ ...claims, iat: now() - 3630, exp: now() - 30 }),
  'clock-ahead': (claims) => signed({ ...claims, iat: now() + 30, nbf: now() + 30, exp: now() + 3630 }),
  unsigned: (claims) => new UnsecuredJWT(claims).encode(),
  'public-key-as-secret': async (claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: key.kid })
      .sign(new TextEncoder().encode(await exportSPKI(await publicHalf(key)))),
  'client-secret-as-key': (claims) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(clientSecret)),
  'key-of-another': async (claims) => signed(claims, {}, await newKey()),
  'unknown-key': async (claims) => signed(claims, { kid: 'never-published' }, await newKey()),
  'altered-after-signing': async (claims) => {
    const [header, , signature] = (await signed(claims)).split('.');
    const altered = Buffer.from(JSON.stringify({ ...claims, sub: 'someone-else' })).toString('base64url');
    return [header, altered, signature].join('.');
  },
};

function newProvider(issuer) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [CALLBACK],
        post_logout_redirect_uris: [`${publicUrl}/sign-in`],
        backchannel_logout_uri: publicUrl + ENDED,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['a key of the test'] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'sid'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { backchannelLogout: { enabled: true } },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...control.people[subject] }),
    }),
    fetch: (url, { method, headers, body }) =>
      fetch(control.apiUrl + new URL(url).pathname, { method, headers, body }),
  });
  provider.on('backchannel.error', (_context, error) =>
    process.stdout.write(`not told: ${error.stack} ${error.cause}\n`),
  );
  provider.on('server_error', (_context, error) => process.stdout.write(`${error.stack}\n`));
  provider.use(async (context, next) => {
    await next();
    const spoil = FAULTS[control.fault];
    if (spoil === undefined || context.path !== '/token' || !context.body?.id_token) return;
    context.body = { ...context.body, id_token: await spoil(decodeJwt(context.body.id_token)) };
  });
  return provider.callback();
}

const server = createServer((request, response) => {
  void (async () => {
    if (request.url === '/control') {
      control = { ...control, fault: null, ...(await json(request)) };
      if (control.rotate) [key, control.rotate] = [await newKey(), false];
      handle = newProvider(issuer);
      response.end();
    } else if (request.url === '/control/sign') {
      const { claims, header } = await json(request);
      response.end(header?.alg === 'none' ? new UnsecuredJWT(claims).encode() : await signed(claims, header));
    } else if (control.isAway) {
      response.statusCode = 503;
      response.end();
    } else handle(request, response);
  })();
});

let issuer = '';
server.listen(0, '127.0.0.1', async () => {
  issuer = `http://localhost:${server.address().port}`;
  key = await newKey();
  handle = newProvider(issuer);
  process.stdout.write(`issuer ${issuer}\n`);
});
