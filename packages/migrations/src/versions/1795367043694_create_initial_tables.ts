import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInitialTables1795367043694 implements MigrationInterface {
  readonly name = 'CreateInitialTables1795367043694';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "tags" ("id" uuid NOT NULL DEFAULT uuidv7(), "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "archived_at" TIMESTAMP(3) WITH TIME ZONE, "name" text NOT NULL, "organization_id" uuid NOT NULL, CONSTRAINT "uq_tags_organization_id_name" UNIQUE ("organization_id", "name"), CONSTRAINT "pk_tags" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "widgets" ("id" uuid NOT NULL DEFAULT uuidv7(), "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "archived_at" TIMESTAMP(3) WITH TIME ZONE, "widget_name" text NOT NULL, "status" text NOT NULL DEFAULT 'draft', "price" numeric(12,2) NOT NULL DEFAULT '0', "settings" jsonb NOT NULL DEFAULT '{}', "organization_id" uuid NOT NULL, "owner_id" uuid NOT NULL, CONSTRAINT "ck_widgets_status" CHECK ("status" IN ('active', 'draft', 'retired')), CONSTRAINT "ck_widgets_price" CHECK ("price" >= 0), CONSTRAINT "pk_widgets" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_widgets_owner_id" ON "widgets"  ("owner_id")`);
    await queryRunner.query(
      `CREATE INDEX "ix_widgets_organization_id_status_where_archived_at_f5daf9f5" ON "widgets"  ("organization_id", "status") WHERE "archived_at" IS NULL`,
    );
    await queryRunner.query(
      `CREATE TABLE "users" ("id" uuid NOT NULL DEFAULT uuidv7(), "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "archived_at" TIMESTAMP(3) WITH TIME ZONE, "email" text NOT NULL, "display_name" text, CONSTRAINT "uq_users_email" UNIQUE ("email"), CONSTRAINT "pk_users" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "memberships" ("id" uuid NOT NULL DEFAULT uuidv7(), "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "archived_at" TIMESTAMP(3) WITH TIME ZONE, "organization_id" uuid NOT NULL, "user_id" uuid NOT NULL, "role" text NOT NULL DEFAULT 'member', CONSTRAINT "uq_memberships_organization_id_user_id" UNIQUE ("organization_id", "user_id"), CONSTRAINT "ck_memberships_role" CHECK ("role" IN ('admin', 'member', 'owner')), CONSTRAINT "pk_memberships" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_memberships_user_id" ON "memberships"  ("user_id")`);
    await queryRunner.query(
      `CREATE TABLE "organizations" ("id" uuid NOT NULL DEFAULT uuidv7(), "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "archived_at" TIMESTAMP(3) WITH TIME ZONE, "name" text NOT NULL, "slug" text NOT NULL, CONSTRAINT "uq_organizations_slug" UNIQUE ("slug"), CONSTRAINT "pk_organizations" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "events" ("id" uuid NOT NULL DEFAULT uuidv7(), "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "name" text NOT NULL, "payload" jsonb NOT NULL DEFAULT '{}', "organization_id" uuid NOT NULL, "actor_id" uuid, CONSTRAINT "pk_events" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_events_actor_id" ON "events"  ("actor_id")`);
    await queryRunner.query(
      `CREATE INDEX "ix_events_organization_id_created_at" ON "events"  ("organization_id", "created_at")`,
    );
    await queryRunner.query(
      `CREATE TABLE "widget_tags" ("widget_id" uuid NOT NULL, "tag_id" uuid NOT NULL, CONSTRAINT "pk_widget_tags" PRIMARY KEY ("widget_id", "tag_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_widget_tags_widget_id" ON "widget_tags"  ("widget_id")`);
    await queryRunner.query(`CREATE INDEX "ix_widget_tags_tag_id" ON "widget_tags"  ("tag_id")`);
    await queryRunner.query(
      `ALTER TABLE "tags" ADD CONSTRAINT "fk_tags_organization_id_organizations" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "widgets" ADD CONSTRAINT "fk_widgets_organization_id_organizations" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "widgets" ADD CONSTRAINT "fk_widgets_owner_id_users" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "memberships" ADD CONSTRAINT "fk_memberships_organization_id_organizations" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "memberships" ADD CONSTRAINT "fk_memberships_user_id_users" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "events" ADD CONSTRAINT "fk_events_organization_id_organizations" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "events" ADD CONSTRAINT "fk_events_actor_id_users" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "widget_tags" ADD CONSTRAINT "fk_widget_tags_widget_id_widgets" FOREIGN KEY ("widget_id") REFERENCES "widgets"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE "widget_tags" ADD CONSTRAINT "fk_widget_tags_tag_id_tags" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE CASCADE ON UPDATE CASCADE`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "widget_tags" DROP CONSTRAINT "fk_widget_tags_tag_id_tags"`);
    await queryRunner.query(`ALTER TABLE "widget_tags" DROP CONSTRAINT "fk_widget_tags_widget_id_widgets"`);
    await queryRunner.query(`ALTER TABLE "events" DROP CONSTRAINT "fk_events_actor_id_users"`);
    await queryRunner.query(`ALTER TABLE "events" DROP CONSTRAINT "fk_events_organization_id_organizations"`);
    await queryRunner.query(`ALTER TABLE "memberships" DROP CONSTRAINT "fk_memberships_user_id_users"`);
    await queryRunner.query(
      `ALTER TABLE "memberships" DROP CONSTRAINT "fk_memberships_organization_id_organizations"`,
    );
    await queryRunner.query(`ALTER TABLE "widgets" DROP CONSTRAINT "fk_widgets_owner_id_users"`);
    await queryRunner.query(
      `ALTER TABLE "widgets" DROP CONSTRAINT "fk_widgets_organization_id_organizations"`,
    );
    await queryRunner.query(`ALTER TABLE "tags" DROP CONSTRAINT "fk_tags_organization_id_organizations"`);
    await queryRunner.query(`DROP INDEX "public"."ix_widget_tags_tag_id"`);
    await queryRunner.query(`DROP INDEX "public"."ix_widget_tags_widget_id"`);
    await queryRunner.query(`DROP TABLE "widget_tags"`);
    await queryRunner.query(`DROP INDEX "public"."ix_events_organization_id_created_at"`);
    await queryRunner.query(`DROP INDEX "public"."ix_events_actor_id"`);
    await queryRunner.query(`DROP TABLE "events"`);
    await queryRunner.query(`DROP TABLE "organizations"`);
    await queryRunner.query(`DROP INDEX "public"."ix_memberships_user_id"`);
    await queryRunner.query(`DROP TABLE "memberships"`);
    await queryRunner.query(`DROP TABLE "users"`);
    await queryRunner.query(
      `DROP INDEX "public"."ix_widgets_organization_id_status_where_archived_at_f5daf9f5"`,
    );
    await queryRunner.query(`DROP INDEX "public"."ix_widgets_owner_id"`);
    await queryRunner.query(`DROP TABLE "widgets"`);
    await queryRunner.query(`DROP TABLE "tags"`);
  }
}
