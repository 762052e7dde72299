/** Whom a server runs as. Undefined means: as we do. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}
