import { findMissing } from './find-missing';

describe('findMissing', () => {
  const text = 'CREATE TABLE "cart_10" (id integer); ALTER TABLE cart_2 ADD "added_in_3" integer';

  it('says nothing when all is there, quoted or not', () => {
    expect(findMissing(text, ['cart_10', 'cart_2', 'added_in_3'])).toBeUndefined();
  });

  it('names what is not there, and does not take the beginning of a name for it', () => {
    expect(findMissing(text, ['cart_1', 'cart_2'])).toBe('what it wrote says nothing of cart_1');
    expect(findMissing(text, ['a', 'b', 'c', 'd', 'e'])).toBe(
      'what it wrote says nothing of a, b, c and 2 more',
    );
  });
});
