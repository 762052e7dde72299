import { setImmediate } from 'node:timers/promises';

/** Each step of a handshake is one, and a password takes several. */
const turns = 8;

/** Lets what servers said while something was loaded be heard, and answered. */
export async function hearAnswers(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await setImmediate();
}
