import type { DataSource } from 'typeorm';
import { UnitOfWork } from '#persistence';
import { Clock, TooManyRequestsError, UnauthenticatedError } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { createPerson } from '../people/people';
import { SessionService, type SignIn } from './session.service';

class SetClock extends Clock {
  constructor(private time = new Date('2026-11-22T09:00:00Z')) {
    super();
  }

  override now(): Date {
    return this.time;
  }

  passMinutes(minutes: number): void {
    this.time = new Date(this.time.getTime() + minutes * 60_000);
  }
}

const right: SignIn = {
  email: 'planner@example.org',
  password: 'correct horse battery staple',
  address: '192.0.2.1',
  previousToken: null,
  correlationId: null,
};
const wrong = { ...right, password: 'incorrect' };

describe('sessions', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let clock: SetClock;
  let sessions: SessionService;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = database.dataSource;
    const { email, password } = right;
    const person = { email, password, name: 'Priya Planner', actor: 'test' };
    await createPerson(dataSource.manager, person);
    await createPerson(dataSource.manager, { ...person, email: 'left@example.org' });
    await dataSource.query(
      "UPDATE person SET disabled_at = UTC_TIMESTAMP(6) WHERE email = 'left@example.org'",
    );
  });

  beforeEach(async () => {
    clock = new SetClock();
    sessions = new SessionService(dataSource, new UnitOfWork(dataSource), clock);
    await dataSource.query('DELETE FROM sign_in_attempt');
  });

  afterAll(() => database.close());

  const failTimes = async (times: number, signIn: SignIn): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await expect(sessions.signIn(signIn)).rejects.toBeInstanceOf(UnauthenticatedError);
    }
  };

  it('start with the right password, whatever the case of the address, and end at sign-out', async () => {
    const { token, session } = await sessions.signIn({ ...right, email: ' Planner@Example.ORG ' });
    expect(session.person.name).toBe('Priya Planner');
    expect(await sessions.authenticate(token)).toMatchObject({ csrfToken: session.csrfToken });

    await sessions.signOut(token, session.person.id, null);

    expect(await sessions.authenticate(token)).toBeNull();
  });

  it('never keep the token itself', async () => {
    const { token } = await sessions.signIn(right);

    const rows: object[] = await dataSource.query('SELECT * FROM person_session');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('give a new token at every sign-in and end the one the browser had', async () => {
    const first = await sessions.signIn(right);
    const second = await sessions.signIn({ ...right, previousToken: first.token });

    expect(second.token).not.toBe(first.token);
    expect(await sessions.authenticate(first.token)).toBeNull();
    expect(await sessions.authenticate(second.token)).not.toBeNull();
  });

  it('end after half an hour without a request', async () => {
    const { token } = await sessions.signIn(right);
    clock.passMinutes(29);
    expect(await sessions.authenticate(token)).not.toBeNull();
    clock.passMinutes(29);
    expect(await sessions.authenticate(token)).not.toBeNull();
    clock.passMinutes(31);
    expect(await sessions.authenticate(token)).toBeNull();
  });

  it('end after twelve hours however busy', async () => {
    const { token } = await sessions.signIn(right);
    for (let hour = 0; hour < 12; hour += 1) {
      for (const minutes of [20, 20, 19]) {
        clock.passMinutes(minutes);
        await sessions.authenticate(token);
      }
    }
    expect(await sessions.authenticate(token)).not.toBeNull();
    clock.passMinutes(12);
    expect(await sessions.authenticate(token)).toBeNull();
  });

  it('are refused to a disabled person, an unknown one and one that only looks alike', async () => {
    await failTimes(1, { ...right, email: 'left@example.org' });
    await failTimes(1, { ...right, email: 'nobody@example.org' });
    await failTimes(1, { ...right, email: 'plánner@example.org' });
  });

  it('stop guessing at an account after five failures, and let the person in again later', async () => {
    await failTimes(5, wrong);

    const refusal = await sessions.signIn(right).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyRequestsError);
    expect((refusal as TooManyRequestsError).retryAfterSeconds).toBe(15 * 60);
    await expect(sessions.signIn({ ...right, address: '192.0.2.2' })).resolves.toBeDefined();

    clock.passMinutes(16);
    await expect(sessions.signIn(right)).resolves.toBeDefined();
  });

  it('count many guesses at once', async () => {
    const guesses = Array.from({ length: 12 }, () => sessions.signIn(wrong).catch((error: unknown) => error));
    const looked = (await Promise.all(guesses)).filter((error) => error instanceof UnauthenticatedError);

    expect(looked.length).toBeLessThanOrEqual(5);
  });

  it('forget failures once the person is in', async () => {
    await failTimes(4, wrong);
    await sessions.signIn(right);
    await failTimes(4, wrong);

    await expect(sessions.signIn(right)).resolves.toBeDefined();
  });

  it('stop one address that tries many accounts, even with an account of its own', async () => {
    for (let account = 0; account < 100; account += 1) {
      if (account === 50) await sessions.signIn(right);
      await failTimes(1, { ...wrong, email: `person-${account}@example.org` });
    }

    await expect(sessions.signIn(right)).rejects.toBeInstanceOf(TooManyRequestsError);
  });
});
