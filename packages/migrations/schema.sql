-- The whole schema after the last migration, as Postgres sees it.
-- Written by retort prepare and compared by retort verify: review it, do not edit it.

-- Create table events
CREATE TABLE "public"."events" (
  "id" uuid DEFAULT uuidv7() NOT NULL,
  "created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "name" text NOT NULL,
  "payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
  "organization_id" uuid NOT NULL,
  "actor_id" uuid,
  CONSTRAINT "pk_events" PRIMARY KEY (id)
);

-- Create table memberships
CREATE TABLE "public"."memberships" (
  "id" uuid DEFAULT uuidv7() NOT NULL,
  "created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "archived_at" timestamp(3) with time zone,
  "organization_id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  "role" text DEFAULT 'member'::text NOT NULL,
  CONSTRAINT "ck_memberships_role" CHECK ((role = ANY (ARRAY['admin'::text, 'member'::text, 'owner'::text]))),
  CONSTRAINT "pk_memberships" PRIMARY KEY (id),
  CONSTRAINT "uq_memberships_organization_id_user_id" UNIQUE (organization_id, user_id)
);

-- Create table organizations
CREATE TABLE "public"."organizations" (
  "id" uuid DEFAULT uuidv7() NOT NULL,
  "created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "archived_at" timestamp(3) with time zone,
  "name" text NOT NULL,
  "slug" text NOT NULL,
  CONSTRAINT "pk_organizations" PRIMARY KEY (id),
  CONSTRAINT "uq_organizations_slug" UNIQUE (slug)
);

-- Create table tags
CREATE TABLE "public"."tags" (
  "id" uuid DEFAULT uuidv7() NOT NULL,
  "created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "archived_at" timestamp(3) with time zone,
  "name" text NOT NULL,
  "organization_id" uuid NOT NULL,
  CONSTRAINT "pk_tags" PRIMARY KEY (id),
  CONSTRAINT "uq_tags_organization_id_name" UNIQUE (organization_id, name)
);

-- Create table users
CREATE TABLE "public"."users" (
  "id" uuid DEFAULT uuidv7() NOT NULL,
  "created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "archived_at" timestamp(3) with time zone,
  "email" text NOT NULL,
  "display_name" text,
  CONSTRAINT "pk_users" PRIMARY KEY (id),
  CONSTRAINT "uq_users_email" UNIQUE (email)
);

-- Create table widget_tags
CREATE TABLE "public"."widget_tags" (
  "widget_id" uuid NOT NULL,
  "tag_id" uuid NOT NULL,
  CONSTRAINT "pk_widget_tags" PRIMARY KEY (widget_id, tag_id)
);

-- Create table widgets
CREATE TABLE "public"."widgets" (
  "id" uuid DEFAULT uuidv7() NOT NULL,
  "created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  "archived_at" timestamp(3) with time zone,
  "widget_name" text NOT NULL,
  "status" text DEFAULT 'draft'::text NOT NULL,
  "price" numeric(12,2) DEFAULT '0'::numeric NOT NULL,
  "settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
  "organization_id" uuid NOT NULL,
  "owner_id" uuid NOT NULL,
  CONSTRAINT "ck_widgets_price" CHECK ((price >= (0)::numeric)),
  CONSTRAINT "ck_widgets_status" CHECK ((status = ANY (ARRAY['active'::text, 'draft'::text, 'retired'::text]))),
  CONSTRAINT "pk_widgets" PRIMARY KEY (id)
);

-- Add foreign key fk_events_actor_id_users to events
ALTER TABLE "public"."events" ADD CONSTRAINT "fk_events_actor_id_users" FOREIGN KEY (actor_id) REFERENCES public.users(id) ON DELETE RESTRICT;

-- Add foreign key fk_events_organization_id_organizations to events
ALTER TABLE "public"."events" ADD CONSTRAINT "fk_events_organization_id_organizations" FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE RESTRICT;

-- Add foreign key fk_memberships_organization_id_organizations to memberships
ALTER TABLE "public"."memberships" ADD CONSTRAINT "fk_memberships_organization_id_organizations" FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE RESTRICT;

-- Add foreign key fk_memberships_user_id_users to memberships
ALTER TABLE "public"."memberships" ADD CONSTRAINT "fk_memberships_user_id_users" FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE RESTRICT;

-- Add foreign key fk_tags_organization_id_organizations to tags
ALTER TABLE "public"."tags" ADD CONSTRAINT "fk_tags_organization_id_organizations" FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE RESTRICT;

-- Add foreign key fk_widget_tags_tag_id_tags to widget_tags
ALTER TABLE "public"."widget_tags" ADD CONSTRAINT "fk_widget_tags_tag_id_tags" FOREIGN KEY (tag_id) REFERENCES public.tags(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key fk_widget_tags_widget_id_widgets to widget_tags
ALTER TABLE "public"."widget_tags" ADD CONSTRAINT "fk_widget_tags_widget_id_widgets" FOREIGN KEY (widget_id) REFERENCES public.widgets(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key fk_widgets_organization_id_organizations to widgets
ALTER TABLE "public"."widgets" ADD CONSTRAINT "fk_widgets_organization_id_organizations" FOREIGN KEY (organization_id) REFERENCES public.organizations(id) ON DELETE RESTRICT;

-- Add foreign key fk_widgets_owner_id_users to widgets
ALTER TABLE "public"."widgets" ADD CONSTRAINT "fk_widgets_owner_id_users" FOREIGN KEY (owner_id) REFERENCES public.users(id) ON DELETE RESTRICT;

-- Create index ix_events_actor_id on events
CREATE INDEX "ix_events_actor_id" ON "public"."events" ("actor_id");

-- Create index ix_events_organization_id_created_at on events
CREATE INDEX "ix_events_organization_id_created_at" ON "public"."events" ("organization_id", "created_at");

-- Create index ix_memberships_user_id on memberships
CREATE INDEX "ix_memberships_user_id" ON "public"."memberships" ("user_id");

-- Create index ix_widget_tags_tag_id on widget_tags
CREATE INDEX "ix_widget_tags_tag_id" ON "public"."widget_tags" ("tag_id");

-- Create index ix_widget_tags_widget_id on widget_tags
CREATE INDEX "ix_widget_tags_widget_id" ON "public"."widget_tags" ("widget_id");

-- Create index ix_widgets_organization_id_status_where_archived_at_f5daf9f5 on widgets
CREATE INDEX "ix_widgets_organization_id_status_where_archived_at_f5daf9f5" ON "public"."widgets" ("organization_id", "status") WHERE (archived_at IS NULL);

-- Create index ix_widgets_owner_id on widgets
CREATE INDEX "ix_widgets_owner_id" ON "public"."widgets" ("owner_id");
