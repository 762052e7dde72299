import { Column, Entity, OneToMany, type Relation, Unique } from 'typeorm';
import { Base } from '../utils/base';
import { Membership } from './membership';
import { Widget } from './widget';

@Entity('users')
@Unique(['email'])
export class User extends Base {
  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text', nullable: true })
  displayName!: string | null;

  @OneToMany(
    () => Membership,
    (membership) => membership.user,
  )
  memberships!: Relation<Membership[]>;

  @OneToMany(
    () => Widget,
    (widget) => widget.owner,
  )
  widgets!: Relation<Widget[]>;
}
