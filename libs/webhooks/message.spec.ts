import { createHmac, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeTestFolder } from '../../test/support/test-folder';
import { addWebhookKey, retireOldWebhookKeys } from './key-rotation';
import { MessageSigner, signedContent } from './message';

/** The vector that the reference libraries of Standard Webhooks are tested with. */
const PUBLISHED = {
  message: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' },
  secret: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  signature: 'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

/** What a receiver does: makes a key of a published text and checks each signature with it. */
function verified(headers: Readonly<Record<string, string>>, body: string, publicKey: string): boolean[] {
  const x = Buffer.from(publicKey.replace('whpk_', ''), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  return (headers['webhook-signature'] ?? '').split(' ').map((text) => {
    const [version, signature = ''] = text.split(',');
    return version === 'v1a' && verify(null, Buffer.from(content), key, Buffer.from(signature, 'base64'));
  });
}

describe('a message', () => {
  it('is signed over what Standard Webhooks says', () => {
    const key = Buffer.from(PUBLISHED.secret, 'base64');
    const signature = createHmac('sha256', key).update(signedContent(PUBLISHED.message)).digest('base64');
    expect(signature).toBe(PUBLISHED.signature);
  });

  it('has a signature that the published key verifies, and that holds for no other text, id, time or key', () => {
    const signer = new MessageSigner([generateKeyPairSync('ed25519').privateKey]);
    const [{ publicKey } = { publicKey: '' }] = signer.publicKeys;
    const { message } = PUBLISHED;
    const headers = signer.headers(message);
    expect(verified(headers, message.body, publicKey)).toEqual([true]);
    expect(verified(headers, `${message.body} `, publicKey)).toEqual([false]);
    for (const changed of ['webhook-id', 'webhook-timestamp']) {
      expect(verified({ ...headers, [changed]: '1' }, message.body, publicKey)).toEqual([false]);
    }
    const [other] = new MessageSigner([generateKeyPairSync('ed25519').privateKey]).publicKeys;
    expect(verified(headers, message.body, other?.publicKey ?? '')).toEqual([false]);
  });
});

describe('keys', () => {
  const { message } = PUBLISHED;
  let folder: string;

  beforeEach(() => (folder = makeTestFolder()));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('change over: both sign until the old one is retired', () => {
    const file = join(folder, 'keys', 'webhooks.pem');
    const [old] = MessageSigner.load(file).publicKeys;
    const [added, kept] = addWebhookKey(file);
    expect(kept).toEqual(old);
    const headers = MessageSigner.load(file).headers(message);
    expect(verified(headers, message.body, added?.publicKey ?? '')).toEqual([true, false]);
    expect(verified(headers, message.body, old?.publicKey ?? '')).toEqual([false, true]);
    expect(retireOldWebhookKeys(file)).toEqual([added]);
    expect(MessageSigner.load(file).publicKeys).toEqual([added]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are three at most', () => {
    const file = join(folder, 'webhooks.pem');
    addWebhookKey(file);
    addWebhookKey(file);
    expect(() => addWebhookKey(file)).toThrow(/Retire/);
  });
});
