import { PeopleService, PermissionService, SessionService, type SignedInPerson } from '#access';
import { ForbiddenError, NotFoundError, sha256Hex } from '#platform';
import { SectionsService } from '#plans';
import { AssumptionsController } from '../../../apps/api/assumptions/assumptions.controller';
import { ENDPOINT_ACCESS, type EndpointAccess } from '../../../apps/api/access/endpoint-access';
import { OrganisationOfRequest } from '../../../apps/api/access/organisation-of-request';
import { SchedulesController } from '../../../apps/api/schedules/schedules.controller';
import { DocumentVisibilityReader } from '../../../apps/api/sign-off/document-visibility';
import { SignOffController } from '../../../apps/api/sign-off/sign-off.controller';
import type { TwoSystems } from './two-systems.fixture';

/** A weakness that is put into the running API, and taken out again. */
export interface SeededFlaw {
  readonly name: string;
  seed(systems: TwoSystems): void;
}

/** Weaknesses that every service of this kind has had somewhere; the matrix must find each. */
export const SEEDED_FLAWS: readonly SeededFlaw[] = [
  {
    name: 'a role anywhere opens every organisation',
    seed: ({ api }) => replace(api.app.get(PermissionService, LOOSE), 'requireOn', () => Promise.resolve()),
  },
  {
    name: 'whoever is signed in may do what is asked nowhere in particular',
    seed: ({ api }) =>
      replace(api.app.get(PermissionService, LOOSE), 'requireAnywhere', () => Promise.resolve()),
  },
  {
    name: 'a role over one system counts for the nation',
    seed: ({ api }) => {
      const permissions = api.app.get(PermissionService, LOOSE);
      replace(permissions, 'requireNationally', (personId, permission) =>
        permissions.requireAnywhere(personId, permission),
      );
    },
  },
  {
    name: 'another system’s objects are forbidden instead of unknown',
    seed: ({ api }) => {
      const permissions = api.app.get(PermissionService, LOOSE);
      const before = permissions.requireOn.bind(permissions);
      replace(permissions, 'requireOn', (...question) =>
        before(...question).catch((error: unknown) => {
          throw error instanceof NotFoundError ? new ForbiddenError() : error;
        }),
      );
    },
  },
  {
    name: 'lists hold what is everyone’s',
    seed: ({ api, own, foreign }) => {
      const everywhere = [own, foreign].flatMap(({ organisationId, systemId }) => [organisationId, systemId]);
      replace(api.app.get(PermissionService, LOOSE), 'organisationsWith', () =>
        Promise.resolve(new Set(everywhere)),
      );
    },
  },
  {
    name: 'a session goes on after its end',
    seed: (systems) => authenticateBy(systems, 's.token_sha256 = ? AND p.disabled_at IS NULL'),
  },
  {
    name: 'a disabled account goes on',
    seed: (systems) =>
      authenticateBy(
        systems,
        "s.token_sha256 = ? AND s.expires_at > '2022-01-01' AND s.last_seen_at > '2022-01-01'",
      ),
  },
  {
    name: 'an object of the path is taken for the caller’s own',
    seed: ({ api, own }) =>
      replace(api.app.get(OrganisationOfRequest, LOOSE), 'find', () => Promise.resolve(own.systemId)),
  },
  {
    name: 'drafts are open to those above',
    seed: ({ api }) =>
      replace(api.app.get(DocumentVisibilityReader, LOOSE), 'require', () => Promise.resolve()),
  },
  {
    name: 'an administrator of one system sees all people',
    seed: ({ api }) =>
      replace(api.app.get(PeopleService, LOOSE), 'list', async () => {
        const people = await api.dataSource.query<{ id: string; name: string; email: string }[]>(
          'SELECT id, name, email FROM person',
        );
        const account = {
          isDisabled: false,
          hasPassword: true,
          createdAt: '2026-01-01T00:00:00Z',
          grants: [],
        };
        return people.map((person) => ({ ...person, ...account }));
      }),
  },
  {
    name: 'the sections of a document offer other systems’ scenarios',
    seed: ({ api, foreign }) => {
      const sections = api.app.get(SectionsService, LOOSE);
      const before = sections.read.bind(sections);
      replace(sections, 'read', async (id) => {
        const read = await before(id);
        const [other] = await api.dataSource.query<{ id: string; name: string }[]>(
          'SELECT id, name FROM scenario WHERE id = ?',
          [foreign.scenarioId],
        );
        return other === undefined
          ? read
          : { ...read, choices: { ...read.choices, scenarios: [...read.choices.scenarios, other] } };
      });
    },
  },
  {
    name: 'an endpoint forgets that it needs a session',
    seed: () => declare(AssumptionsController, 'grid', { kind: 'open' }),
  },
  {
    name: 'signing asks for the permission to read',
    seed: () =>
      declare(SignOffController, 'take', {
        kind: 'permission',
        permission: 'plans:read-submitted',
        place: 'document',
      }),
  },
  {
    name: 'a national setting is a system’s to change',
    seed: () =>
      declare(SchedulesController, 'create', {
        kind: 'permission',
        permission: 'schedules:edit',
        place: 'anywhere',
      }),
  },
];

const LOOSE = { strict: false } as const;

type Methods<T> = { [K in keyof T]: T[K] extends (...parameters: never[]) => unknown ? K : never }[keyof T];

function replace<T extends object, K extends Methods<T> & string>(service: T, method: K, by: T[K]): void {
  Reflect.set(service, method, by);
  undo.push(() => {
    Reflect.deleteProperty(service, method);
  });
}

/** Declares an endpoint otherwise than its document does. */
function declare(controller: { readonly prototype: object }, handler: string, access: EndpointAccess): void {
  const method: unknown = Reflect.get(controller.prototype, handler);
  if (typeof method !== 'function') throw new Error(`there is no handler ${handler}`);
  const before: unknown = Reflect.getMetadata(ENDPOINT_ACCESS, method);
  Reflect.defineMetadata(ENDPOINT_ACCESS, access, method);
  undo.push(() => {
    Reflect.defineMetadata(ENDPOINT_ACCESS, before, method);
  });
}

const undo: (() => void)[] = [];

/** Takes every seeded flaw out again. */
export function removeFlaws(): void {
  for (const step of undo.splice(0)) step();
}

/** Accepts the sessions that a condition lets through. */
function authenticateBy({ api }: TwoSystems, condition: string): void {
  replace(api.app.get(SessionService, LOOSE), 'authenticate', async (token) => {
    const [person] = await api.dataSource.query<SignedInPerson[]>(
      `SELECT p.id, p.name, p.email, s.csrf_token AS csrfToken FROM person_session s
       JOIN person p ON p.id = s.person_id WHERE ${condition}`,
      [sha256Hex(token)],
    );
    return person ?? null;
  });
}
