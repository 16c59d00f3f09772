import type { EndpointAccess } from '../../../apps/api/access/endpoint-access';

/** JSON Schema as the document uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly minLength?: number;
  readonly minimum?: number;
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface DescribedContent {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Described {
  readonly operationId: string;
  readonly 'x-access'?: EndpointAccess;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly DescribedParameter[];
  readonly requestBody?: DescribedContent;
  readonly responses: Readonly<Record<string, DescribedContent>>;
}

/** The parts of an OpenAPI document that say who may call what with which input. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the document. */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** With the prefix, and `{id}` for parameters. */
  readonly path: string;
  /** Undefined where the operation declares nothing. */
  readonly access: EndpointAccess | undefined;
  /** Scopes that a token needs; empty where anyone may call. */
  readonly scopes: readonly string[];
  readonly parameters: readonly DescribedParameter[];
  /** Schema of a JSON body; null where it takes none. */
  readonly body: Schema | null;
  /** Names of the files of an upload; empty where it takes none. */
  readonly files: readonly string[];
  /** A stream that is let through does not end by itself. */
  readonly isStream: boolean;
}

/** Routes that the document does not describe: the pages. */
const PAGES = ['GET /*'];
/** Answered by the platform for whoever runs the process. */
const HEALTH = '/api/health/';

/** The operations of a document, without the platform's health checks. */
export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths)
    .filter(([path]) => !path.startsWith(HEALTH))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => operationOf(method, path, described, document)),
    );
}

function operationOf(method: string, path: string, described: Described, document: OpenApi): Operation {
  const content = described.requestBody?.content ?? {};
  const body = content['application/json']?.schema;
  return {
    id: described.operationId,
    method: method.toUpperCase() as Method,
    path,
    access: described['x-access'],
    scopes: (described.security ?? []).flatMap((scheme) => Object.values(scheme).flat()),
    parameters: described.parameters ?? [],
    body: body === undefined ? null : resolved(body, document),
    files: Object.keys(content['multipart/form-data']?.schema.properties ?? {}),
    isStream: 'text/event-stream' in (described.responses['200']?.content ?? {}),
  };
}

/** A schema with every reference replaced by what it refers to. */
export function resolved(schema: Schema, document: OpenApi): Schema {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return resolved(document.components.schemas[name] ?? {}, document);
  }
  const [only] = schema.allOf ?? [];
  if (only !== undefined) return { ...resolved(only, document), type: schema.type ?? 'object' };
  return {
    ...schema,
    ...(schema.items === undefined ? {} : { items: resolved(schema.items, document) }),
    ...(schema.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([key, value]) => [key, resolved(value, document)]),
          ),
        }),
  };
}

/**
 * What keeps the document from being the whole truth about who may call what.
 *
 * @param routes of the router, `GET /api/rounds` and the like
 */
export function inventoryFaults(document: OpenApi, routes: readonly string[]): string[] {
  const operations = operationsOf(document);
  const described = new Set(
    operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  const routed = routes.filter((route) => !PAGES.includes(route) && !route.includes(HEALTH));
  return [
    ...routed.filter((route) => !described.has(route)).map((route) => `${route} is not in the document`),
    ...[...described].filter((route) => !routed.includes(route)).map((route) => `${route} is not routed`),
    ...operations
      .filter(({ access }) => access === undefined)
      .map(({ method, path }) => `${method} ${path} declares nobody who may call it`),
  ];
}

/** One line for each operation: who may call it, to be reviewed whenever it changes. */
export function declaredAccess(document: OpenApi): Record<string, string> {
  const lines = operationsOf(document).map(({ method, path, access }): [string, string] => [
    `${method} ${path}`,
    access?.kind === 'permission' ? `${access.permission} on ${access.place}` : (access?.kind ?? 'nobody'),
  ]);
  return Object.fromEntries(lines.sort(([one], [other]) => (one < other ? -1 : 1)));
}
