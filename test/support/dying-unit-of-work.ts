import { UnitOfWork } from '#persistence';
import type { DataSource, EntityManager } from 'typeorm';

/** Loses its connection right after the first write to a table, as when the server kills it. */
export class DyingUnitOfWork extends UnitOfWork {
  constructor(
    private readonly source: DataSource,
    private readonly table: string,
  ) {
    super(source);
  }

  override async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction((manager) => work(this.dying(manager)));
  }

  private dying(manager: EntityManager): EntityManager {
    const written = new RegExp(`INSERT INTO \`?${this.table}\`? `);
    const query = async (sql: string, parameters?: unknown[]): Promise<unknown> => {
      const result: unknown = await manager.query(sql, parameters);
      if (written.test(sql)) await this.kill(manager);
      return result;
    };
    return new Proxy(manager, {
      get: (target, property, receiver): unknown =>
        property === 'query' ? query : Reflect.get(target, property, receiver),
    });
  }

  private async kill(manager: EntityManager): Promise<void> {
    const [row] = await manager.query<{ id: number }[]>('SELECT CONNECTION_ID() AS id');
    await this.source.query(`KILL ${Number(row?.id)}`);
  }
}
