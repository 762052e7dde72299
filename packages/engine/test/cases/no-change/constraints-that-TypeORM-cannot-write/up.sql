-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "name" text NOT NULL,
  "email" text,
  "age" integer NOT NULL,
  "boss" integer,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id),
  CONSTRAINT "covering" UNIQUE (age) INCLUDE (name),
  CONSTRAINT "weak" CHECK ((age > 0)) NO INHERIT
);

-- Comment on constraint person.weak
COMMENT ON CONSTRAINT "weak" ON "public"."person" IS 'a comment';

-- Add foreign key boss to person
ALTER TABLE "public"."person" ADD CONSTRAINT "boss" FOREIGN KEY (boss) REFERENCES public.person(age) MATCH FULL ON DELETE SET NULL DEFERRABLE;

-- Add check unseen to person
ALTER TABLE "public"."person" ADD CONSTRAINT "unseen" CHECK ((age < 200)) NOT VALID;
