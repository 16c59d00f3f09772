/** Tests with real processes end when their state is reached; the limit is only there to end a hang. */
const HANG_LIMIT_MILLISECONDS = 300_000;

jest.setTimeout(HANG_LIMIT_MILLISECONDS);
