import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  type Relation,
} from 'typeorm';
import { Base } from '../utils/base';
import { StringEnum } from '../utils/string-enum';
import { Organization } from './organization';
import { Tag } from './tag';
import { User } from './user';

export enum WidgetStatus {
  DRAFT = 'draft',
  ACTIVE = 'active',
  RETIRED = 'retired',
}

export interface WidgetSettings {
  readonly color?: string;
  readonly size?: { readonly widthMm: number; readonly heightMm: number };
  readonly labels?: Readonly<Record<string, string>>;
}

@Entity('widgets')
@Index(['organizationId', 'status'], { where: '"archived_at" IS NULL' })
@Check('ck_widgets_price', '"price" >= 0')
export class Widget extends Base {
  @Column({ type: 'text' })
  widgetName!: string;

  @StringEnum(WidgetStatus, { default: WidgetStatus.DRAFT })
  status!: WidgetStatus;

  /** Text, as Postgres sends a `numeric`: a JavaScript number cannot hold every one of them. */
  @Column({ type: 'numeric', precision: 12, scale: 2, default: 0 })
  price!: string;

  @Column({ type: 'jsonb', default: {} })
  settings!: WidgetSettings;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @ManyToOne(
    () => Organization,
    (organization) => organization.widgets,
    { nullable: false, onDelete: 'RESTRICT' },
  )
  @JoinColumn()
  organization!: Relation<Organization>;

  @Index()
  @Column({ type: 'uuid' })
  ownerId!: string;

  @ManyToOne(
    () => User,
    (user) => user.widgets,
    { nullable: false, onDelete: 'RESTRICT' },
  )
  @JoinColumn()
  owner!: Relation<User>;

  @ManyToMany(
    () => Tag,
    (tag) => tag.widgets,
  )
  @JoinTable({
    name: 'widget_tags',
    joinColumn: { name: 'widget_id' },
    inverseJoinColumn: { name: 'tag_id' },
  })
  tags!: Relation<Tag[]>;
}
