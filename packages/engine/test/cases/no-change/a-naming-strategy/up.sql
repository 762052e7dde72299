-- Create table t_person
CREATE TABLE "public"."t_person" (
  "person_id" integer NOT NULL,
  "first_name" text NOT NULL,
  CONSTRAINT "PK_9aa008f2c2ef5d0640bb452ebd4" PRIMARY KEY (person_id)
);
