import type { Logger } from 'typeorm';

/**
 * Warnings and slow queries, a line each on stderr. (TypeORM's own loggers write to stdout, where a program's output
 * goes, and add the parameters.) A query that fails is not logged: whoever ran it gets the error.
 */
export class WarningLogger implements Logger {
  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    if (level === 'warn') {
      console.warn(String(message));
    }
  }

  logQuerySlow(durationMs: number, query: string): void {
    console.warn(`Slow query (${durationMs} ms): ${query}`);
  }

  logQuery(): void {}
  logQueryError(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
}
