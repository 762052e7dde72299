-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id)
);

-- Create function people()
CREATE FUNCTION public.people()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.person
   WHERE (('a'::character varying)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]));
END;
