-- Create sequence odd
CREATE SEQUENCE "public"."odd" AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE -2 START WITH -10 CACHE 5 CYCLE;

-- Create sequence owned
CREATE SEQUENCE "public"."owned";

-- Create sequence plain
CREATE SEQUENCE "public"."plain";

-- Create table ticket
CREATE TABLE "public"."ticket" (
  "number" bigint DEFAULT nextval('public.plain'::regclass),
  "id" integer
);

-- Tie sequence owned to ticket.id
ALTER SEQUENCE "public"."owned" OWNED BY "public"."ticket"."id";
