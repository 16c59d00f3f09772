import { DefaultNamingStrategy } from 'typeorm';
import type { NamingStrategyInterface } from 'typeorm';

/** Column names are the property names in snake case: `validFrom` is `valid_from`. */
export class SnakeNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(
    propertyName: string,
    customName: string | undefined,
    embeddedPrefixes: string[],
  ): string {
    const name = customName ?? propertyName.replace(/[A-Z]+/g, (part) => `_${part.toLowerCase()}`);
    return [...embeddedPrefixes, name].join('_');
  }
}
