import { Column, Entity, Index, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { AppendOnly } from '../utils/append-only';
import { Organization } from './organization';
import { User } from './user';

export type EventPayload = Readonly<Record<string, unknown>>;

/** What happened in an organization. Written once: the database is told by `update: false`, callers by the refusal. */
@Entity('events')
@Index(['organizationId', 'createdAt'])
export class Event extends AppendOnly {
  @Column({ type: 'text', update: false })
  name!: string;

  @Column({ type: 'jsonb', default: {}, update: false })
  payload!: EventPayload;

  @Column({ type: 'uuid', update: false })
  organizationId!: string;

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  organization!: Relation<Organization>;

  @Index()
  @Column({ type: 'uuid', nullable: true, update: false })
  actorId!: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn()
  actor!: Relation<User> | null;
}
