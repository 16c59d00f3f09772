import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, two passes, one lane: the parameters of the OWASP password storage guidance. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of random bytes that were thrown away; checked for unknown accounts so that they take as long as known ones. */
const HASH_OF_NOTHING =
  '$argon2id$v=19$m=19456,t=2,p=1$e4P7PQOHMiQihCs+XiXb9Q$cYK8Td85Izuh4gexTAmug9HQFxu2UnANgW5zxdpvDrM';

/** The argon2id hash of a password, with its parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2ID);
}

/**
 * Whether a password is the one that was hashed; takes as long when there is no hash.
 *
 * @param passwordHash of the account; null for an account that is unknown or signs in elsewhere
 */
export async function matchesPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? HASH_OF_NOTHING, password.normalize('NFKC'));
  return matches && passwordHash !== null;
}

/** Letters and digits that are not mistaken for one another when copied by hand. */
const PASSWORD_ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const PASSWORD_LENGTH = 16;

/** A random password that can be copied by hand: about 93 random bits. */
export function newPassword(): string {
  return Array.from(
    { length: PASSWORD_LENGTH },
    () => PASSWORD_ALPHABET[randomInt(PASSWORD_ALPHABET.length)],
  ).join('');
}
