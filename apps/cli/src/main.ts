import { version } from './version';

// To learn that this is not Cloudflare's, `pg` makes a Response where there is no navigator, and that loads all of
// undici: most of the time that it takes to load. Node has one since 21.
if (!('navigator' in globalThis)) {
  Object.assign(globalThis, { navigator: { userAgent: `Node.js/${process.versions.node.split('.')[0]}` } });
}

const [asked, ...more] = process.argv.slice(2);

// What is asked most often, by scripts and by people, is answered without loading anything else.
if (more.length === 0 && (asked === '--version' || asked === '-V')) console.log(version);
else {
  const { runCommandLine }: typeof import('./run-command-line.js') = require('./run-command-line');
  void runCommandLine().then((exitCode) => {
    process.exitCode = exitCode;
  });
}
