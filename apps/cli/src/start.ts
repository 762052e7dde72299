import { useCompileCache } from './load/compile-cache';
import { version } from './version';

const [asked, ...more] = process.argv.slice(2);

// What is asked most often, by scripts and by people, is answered without loading anything else.
if (more.length === 0 && (asked === '--version' || asked === '-V')) console.log(version);
else {
  useCompileCache();
  require('./main');
}
