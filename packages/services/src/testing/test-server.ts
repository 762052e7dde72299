export interface TestServer {
  /** The superuser's, on the database postgres. */
  readonly url: string;
  stop(): Promise<void>;
}
