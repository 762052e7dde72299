import { catchError } from '../../test/catch-error';
import { messageToSlug } from './message-to-slug';
import { migrationClassName } from './migration-name';

describe('messageToSlug', () => {
  it.each([
    ['add status to widgets', 'add_status_to_widgets', 'AddStatusToWidgets'],
    ['  Add   STATUS  ', 'add_status', 'AddStatus'],
    [
      'add users.email (unique), drop "name"!',
      'add_users_email_unique_drop_name',
      'AddUsersEmailUniqueDropName',
    ],
    ['__add__status__', 'add_status', 'AddStatus'],
    ['../../etc/passwd', 'etc_passwd', 'EtcPasswd'],
    [
      'créer la clé étrangère, Straße, İstanbul',
      'creer_la_cle_etrangere_straße_istanbul',
      'CreerLaCleEtrangereStraßeIstanbul',
    ],
    ['ﬁx ½ of №2', 'fix_1_2_of_no2', 'Fix12OfNo2'],
    ['ウィジェットに状態を追加', 'ウィジェットに状態を追加', 'ウィジェットに状態を追加'],
    ['위젯 상태 추가', '위젯_상태_추가', '위젯상태추가'],
    ['स्थिति जोड़ें', 'स्थिति_जोड़ें', 'स्थितिजोड़ें'],
    ['2fa for users', '2fa_for_users', 'Migration2faForUsers'],
    ['ship it 🚀 now', 'ship_it_now', 'ShipItNow'],
    ['𐐨𐐩 deseret', '𐐨𐐩_deseret', '𐐨𐐩Deseret'],
    ['௰ tamil ten', 'tamil_ten', 'TamilTen'],
    ['x'.repeat(100), 'x'.repeat(100), `X${'x'.repeat(99)}`],
  ])('reads %j', (message, slug, className) => {
    expect(messageToSlug(message)).toBe(slug.normalize('NFC'));
    expect(migrationClassName({ timestamp: 1763812345678, slug })).toBe(`${className}1763812345678`);
    expect(new Function(`class ${className.normalize('NFC')} {}; return 1`)()).toBe(1);
  });

  it.each([
    [undefined, 'The migration has no message.'],
    ['', 'The migration has no message.'],
    [' \n\t', 'The migration has no message.'],
    ['!!! … — 🚀', 'The message "!!! … — 🚀" has no letter and no digit.'],
    ['___', 'The message "___" has no letter and no digit.'],
    ['x'.repeat(300), 'The message has 300 characters; 100 is the most.'],
    ['字'.repeat(101), 'The message has 101 characters; 100 is the most.'],
    ['字'.repeat(100), "The message takes 300 bytes of the file's name; 230 is the most."],
  ])('refuses %j', (message, what) => {
    expect(catchError(() => messageToSlug(message))).toMatchObject({
      message: what,
      at: 'MSG (retort prepare --message)',
      next: 'Say what the migration does, in a few words: make db-prepare MSG="add status to widgets"',
      kind: 'settings',
    });
  });
});
