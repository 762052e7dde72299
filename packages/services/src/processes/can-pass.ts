import { runProgram } from './run-program';
import type { ServerUser } from './server-user';

/** Whether that user can get to this folder, asked of the system itself: modes, ACLs and mounts all count. */
export async function canPass(folder: string, user: ServerUser | undefined): Promise<boolean> {
  if (user === undefined) return true;
  const outcome = await runProgram('/bin/sh', {
    arguments: ['-c', 'cd "$1"', 'sh', folder],
    folder: '/',
    user,
  });
  return outcome.kind === 'exited' && outcome.code === 0;
}
