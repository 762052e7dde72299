// To learn that this is not Cloudflare's, `pg` makes a Response where there is no navigator, and that loads all of
// undici: most of the time that it takes to load. Node has one since 21.
if (!('navigator' in globalThis)) {
  Object.assign(globalThis, { navigator: { userAgent: `Node.js/${process.versions.node.split('.')[0]}` } });
}

const { runCommandLine }: typeof import('./run-command-line.js') = require('./run-command-line');

// What ends the process before the command has (a migration that calls process.exit, or that waits for nothing) is no success.
const refuseSuccess = (exitCode: number) => {
  if (exitCode !== 0) return;
  process.exitCode = 1;
  console.error(`error  The command was ended before it was done.
at     a migration, a hook or the settings: something there calls process.exit, or waits for what never comes
next   Take that out, and see what is applied: npx retort status`);
};
process.once('exit', refuseSuccess);
void runCommandLine().then((exitCode) => {
  process.off('exit', refuseSuccess);
  process.exitCode = exitCode;
  // What a migration that was interrupted waits for would keep the process.
  if (exitCode === 130) process.exit();
});
