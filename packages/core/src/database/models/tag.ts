import { Column, Entity, JoinColumn, ManyToMany, ManyToOne, type Relation, Unique } from 'typeorm';
import { Base } from '../utils/base';
import { Organization } from './organization';
import { Widget } from './widget';

@Entity('tags')
@Unique(['organizationId', 'name'])
export class Tag extends Base {
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @ManyToOne(
    () => Organization,
    (organization) => organization.tags,
    { nullable: false, onDelete: 'RESTRICT' },
  )
  @JoinColumn()
  organization!: Relation<Organization>;

  @ManyToMany(
    () => Widget,
    (widget) => widget.tags,
  )
  widgets!: Relation<Widget[]>;
}
