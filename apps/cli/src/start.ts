import { useCompileCache } from './load/compile-cache';
import { version } from './version';

// When all is done and every listener was heard, the system takes the memory back faster than V8 gives it up.
const end = () => {
  if (process.listeners('exit').at(-1) === end) process.exit();
};
process.on('beforeExit', () => {
  process.off('exit', end);
  process.on('exit', end);
});

const [asked, ...more] = process.argv.slice(2);

// What is asked most often, by scripts and by people, is answered without loading anything else.
if (more.length === 0 && (asked === '--version' || asked === '-V')) console.log(version);
else {
  useCompileCache();
  require('./main');
}
