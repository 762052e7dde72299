import { version } from './version';

const [asked, ...more] = process.argv.slice(2);

// What is asked most often, by scripts and by people, is answered without loading anything else.
if (more.length === 0 && (asked === '--version' || asked === '-V')) console.log(version);
else {
  const { runCommandLine }: typeof import('./run-command-line.js') = require('./run-command-line');
  void runCommandLine().then((exitCode) => {
    process.exitCode = exitCode;
  });
}
