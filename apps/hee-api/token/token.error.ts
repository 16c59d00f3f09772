/** Error answer of the token endpoint, in the words of RFC 6749 section 5.2. */
export class TokenError extends Error {
  constructor(
    readonly code: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope',
    readonly description: string,
  ) {
    super(description);
    this.name = 'TokenError';
  }

  get httpStatus(): 400 | 401 {
    return this.code === 'invalid_client' ? 401 : 400;
  }
}
