import { hasTestRedis } from '../src/testing';

/** What setup does with the cache is tested where a Redis is installed; elsewhere it goes without, and the rest holds. */
const isRedisHere = hasTestRedis();
if (!isRedisHere)
  console.log('neither redis-server nor valkey-server is here: the tests of the cache are skipped');

export const itWithRedis = isRedisHere ? it : it.skip;

/** How many servers a setup starts here. */
export const serversHere = isRedisHere ? 2 : 1;
