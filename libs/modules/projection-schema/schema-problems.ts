import type { ErrorObject } from 'ajv';

import type { InputProblem } from '../projection';

/** A schema error in words: where, which rule, what was found and how to mend it. */
export function problemOf(error: ErrorObject): InputProblem {
  return {
    pointer: pointerOf(error),
    rule: error.keyword,
    message: error.message ?? `fails ${error.keyword}`,
    fix: fixOf(error),
  };
}

function pointerOf({ instancePath, params, keyword }: ErrorObject): string {
  const extra: unknown = keyword === 'additionalProperties' ? params['additionalProperty'] : undefined;
  const missing: unknown = keyword === 'required' ? params['missingProperty'] : undefined;
  const member = extra ?? missing;
  return typeof member === 'string' ? `${instancePath}/${escapePointer(member)}` : instancePath;
}

function fixOf({ keyword, params, propertyName }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `add ${String(params['missingProperty'])}`;
    case 'additionalProperties':
      return `remove ${String(params['additionalProperty'])}`;
    case 'const':
      return `set it to ${JSON.stringify(params['allowedValue'])}`;
    case 'enum':
      return `use one of ${JSON.stringify(params['allowedValues'])}`;
    case 'type':
      return `give ${[params['type']].flat().join(' or ')}`;
    case 'pattern':
      return `write ${propertyName ?? 'it'} as ${String(params['pattern'])}`;
    default:
      return `keep ${keyword} ${JSON.stringify(params)}`;
  }
}

/** RFC 6901. */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
