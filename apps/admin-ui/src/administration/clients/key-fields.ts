import type { FormProblem } from '../../forms/problems';

/** A public key as it is typed or pasted. */
export interface KeyTexts {
  readonly keyId: string;
  readonly publicJwk: string;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON that a text holds; null for any other text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a public key; what cannot be read is a problem at its field. */
export function readKey({ keyId, publicJwk }: KeyTexts): {
  readonly key: { readonly keyId: string; readonly publicJwk: object } | null;
  readonly problems: readonly FormProblem[];
} {
  const problems: FormProblem[] = [];
  if (keyId.trim() === '') problems.push({ field: 'keyId', message: 'Enter a name for the key.' });
  const jwk = parsed(publicJwk);
  if (isObject(jwk) && problems.length === 0) {
    return { key: { keyId: keyId.trim(), publicJwk: jwk }, problems };
  }
  if (!isObject(jwk)) {
    const message = 'Paste the public key as a JWK: {"kty": …, "alg": …}.';
    problems.push({ field: 'publicJwk', message });
  }
  return { key: null, problems };
}
