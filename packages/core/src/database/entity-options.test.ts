import { Column } from 'typeorm';
import { StringEnum } from './utils/string-enum';

class Embedded {
  @StringEnum({ A: 'a' }) letter!: 'a';
}

class Owner {
  @Column(() => Embedded) embedded!: Embedded;
}

jest.mock('./models', () => ({ models: [Owner] }));

it('refuse a StringEnum in an embedded class where the models come together', () => {
  expect(() => jest.requireActual('./entity-options')).toThrow(
    'A StringEnum is in the embedded class Embedded, for which TypeORM makes no check.',
  );
});
