import type { Environment } from '../compose/find-compose';

export interface ServicesOptions {
  /** The project's folder. What is kept is kept in its `.retort/`. */
  readonly root: string;
  /** POSTGRES_URL, REDIS_URL, RETORT_SERVICES, PATH and Docker's own: the process's environment, `.env` merged in. */
  readonly environment: Environment;
  /** Receives what is done, a line at a time, without passwords. */
  readonly report?: (line: string) => void;
  /** Default: `docker/compose.yaml` in the root. Without such a file, Compose is not used. */
  readonly composeFile?: string;
}
