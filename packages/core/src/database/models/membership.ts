import { Column, Entity, Index, JoinColumn, ManyToOne, type Relation, Unique } from 'typeorm';
import { Base } from '../utils/base';
import { StringEnum } from '../utils/string-enum';
import { Organization } from './organization';
import { User } from './user';

export enum MembershipRole {
  OWNER = 'owner',
  ADMIN = 'admin',
  MEMBER = 'member',
}

@Entity('memberships')
@Unique(['organizationId', 'userId'])
export class Membership extends Base {
  @Column({ type: 'uuid' })
  organizationId!: string;

  @ManyToOne(
    () => Organization,
    (organization) => organization.memberships,
    { nullable: false, onDelete: 'RESTRICT' },
  )
  @JoinColumn()
  organization!: Relation<Organization>;

  @Index()
  @Column({ type: 'uuid' })
  userId!: string;

  @ManyToOne(
    () => User,
    (user) => user.memberships,
    { nullable: false, onDelete: 'RESTRICT' },
  )
  @JoinColumn()
  user!: Relation<User>;

  @StringEnum(MembershipRole, { default: MembershipRole.MEMBER })
  role!: MembershipRole;
}
