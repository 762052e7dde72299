import { join } from 'node:path';
import { type PidFileOwner, readPidFileOwner } from '../processes/pid-file';

/** Who runs on a data folder. */
export function readPostmaster(dataFolder: string): Promise<PidFileOwner> {
  return readPidFileOwner(join(dataFolder, 'postmaster.pid'), dataFolder);
}
