-- Create table owner
CREATE TABLE "public"."owner" (
  "id" serial NOT NULL,
  CONSTRAINT "PK_8e86b6b9f94aece7d12d465dc0c" PRIMARY KEY (id)
);

-- Create table pet
CREATE TABLE "public"."pet" (
  "id" serial NOT NULL,
  "plainId" integer,
  "cascadeId" integer,
  "setNullId" integer,
  "restrictId" integer,
  "noActionId" integer,
  "later" integer,
  "looseId" integer,
  CONSTRAINT "PK_b1ac2e88e89b9480e0c5b53fa60" PRIMARY KEY (id)
);

-- Add foreign key FK_09ef2aff099a1d099da35dd2d72 to pet
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_09ef2aff099a1d099da35dd2d72" FOREIGN KEY ("setNullId") REFERENCES public.owner(id) ON DELETE SET NULL;

-- Add foreign key FK_6d10ee78fc724d2f1ed1fc2e58d to pet
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_6d10ee78fc724d2f1ed1fc2e58d" FOREIGN KEY ("noActionId") REFERENCES public.owner(id);

-- Add foreign key FK_7ffa54d4e1903da02f7d6232fa7 to pet
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_7ffa54d4e1903da02f7d6232fa7" FOREIGN KEY ("cascadeId") REFERENCES public.owner(id) ON UPDATE CASCADE ON DELETE CASCADE;

-- Add foreign key FK_82716e18440aaa889c6092f0a56 to pet
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_82716e18440aaa889c6092f0a56" FOREIGN KEY ("restrictId") REFERENCES public.owner(id) ON UPDATE RESTRICT ON DELETE RESTRICT;

-- Add foreign key FK_eabd546b929167dbcf2d80623cc to pet
ALTER TABLE "public"."pet" ADD CONSTRAINT "FK_eabd546b929167dbcf2d80623cc" FOREIGN KEY ("plainId") REFERENCES public.owner(id);

-- Add foreign key pays later to pet
ALTER TABLE "public"."pet" ADD CONSTRAINT "pays later" FOREIGN KEY (later) REFERENCES public.owner(id) DEFERRABLE INITIALLY DEFERRED;
