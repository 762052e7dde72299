import { Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { AppendOnly } from '../utils/append-only';
import { Organization } from './organization';
import { User } from './user';

/** Flat, so that every fact has a place of its own. */
export type EventPayload = Readonly<Record<string, string | number | boolean | null>>;

/** What happened in an organization. */
@Entity('events')
@Index(['organizationId', 'createdAt'])
export class Event extends AppendOnly {
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb', default: {} })
  payload!: EventPayload;

  @Column({ type: 'uuid' })
  organizationId!: string;

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  organization!: Relation<Organization>;

  @Index()
  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn()
  actor!: Relation<User> | null;
}
