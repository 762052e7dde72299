import { Event } from './event';
import { Membership } from './membership';
import { Organization } from './organization';
import { Tag } from './tag';
import { User } from './user';
import { Widget } from './widget';

export { Event, type EventPayload } from './event';
export { Membership, MembershipRole } from './membership';
export { Organization } from './organization';
export { Tag } from './tag';
export { User } from './user';
export { Widget, type WidgetSettings, WidgetStatus } from './widget';

/** Every entity there is. A model that is not on this list has no table. */
export const models = [Organization, User, Membership, Tag, Widget, Event];
