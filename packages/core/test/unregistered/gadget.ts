import { Column, Entity } from 'typeorm';
import { Base } from '../../src';

@Entity('gadgets')
export class Gadget extends Base {
  @Column({ type: 'text' })
  name!: string;
}

/** No entity, so nothing to register. */
export class GadgetForm {}
