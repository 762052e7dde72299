import { Column, Entity, OneToMany, type Relation, Unique } from 'typeorm';
import { Base } from '../utils/base';
import { Membership } from './membership';
import { Tag } from './tag';
import { Widget } from './widget';

@Entity('organizations')
@Unique(['slug'])
export class Organization extends Base {
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  slug!: string;

  @OneToMany(
    () => Membership,
    (membership) => membership.organization,
  )
  memberships!: Relation<Membership[]>;

  @OneToMany(
    () => Widget,
    (widget) => widget.organization,
  )
  widgets!: Relation<Widget[]>;

  @OneToMany(
    () => Tag,
    (tag) => tag.organization,
  )
  tags!: Relation<Tag[]>;
}
