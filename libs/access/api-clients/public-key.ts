import { importJWK, type JWK } from 'jose';
import { InvalidInputError } from '#platform';
import { ASSERTION_ALGORITHMS } from './client-assertion';

/** @throws InvalidInputError for a key that is private, of an algorithm that is not accepted, or unusable */
export async function requirePublicKey(jwk: JWK): Promise<void> {
  const isPrivate = 'd' in jwk || 'k' in jwk;
  const isAccepted = ASSERTION_ALGORITHMS.some((algorithm) => algorithm === jwk.alg);
  const isUsable =
    !isPrivate &&
    isAccepted &&
    (await importJWK(jwk).then(
      () => true,
      () => false,
    ));
  if (isUsable) return;
  throw new InvalidInputError([
    {
      pointer: '/publicJwk',
      rule: 'public-jwk',
      message: isPrivate
        ? 'This is a private key. Keep it; only its public half is registered.'
        : 'This is not a usable public key.',
      fix: `Give the public key as a JWK with "kty" and "alg" (${ASSERTION_ALGORITHMS.join(', ')}), for instance an Ed25519 key with alg EdDSA.`,
    },
  ]);
}
