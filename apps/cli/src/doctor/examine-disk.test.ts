import { describeRoom } from './examine-disk';

test.each([
  [300, '300 MiB are free at /srv/shop'],
  [200, { state: 'warning', says: '200 MiB are free at /srv/shop', next: 'Free some space there.' }],
  [3.9, { state: 'failed', says: '3 MiB are free at /srv/shop', next: 'Free some space there.' }],
])('of %s MiB that are free it is said whether that is enough', (mebibytes, said) => {
  expect(describeRoom('/srv/shop', mebibytes * 1024 ** 2)).toEqual(said);
});
