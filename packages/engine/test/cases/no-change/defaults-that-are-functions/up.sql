-- Create table sample
CREATE TABLE "public"."sample" (
  "id" integer NOT NULL,
  "now" timestamp without time zone DEFAULT now() NOT NULL,
  "current" timestamp with time zone DEFAULT now() NOT NULL,
  "precise" timestamp(3) with time zone DEFAULT ('now'::text)::timestamp(3) with time zone NOT NULL,
  "day" date DEFAULT ('now'::text)::date NOT NULL,
  "who" text DEFAULT CURRENT_USER NOT NULL,
  "id2" uuid DEFAULT gen_random_uuid() NOT NULL,
  "later" timestamp without time zone DEFAULT (now() + '1 day'::interval) NOT NULL,
  "utc" timestamp without time zone DEFAULT timezone('utc'::text, now()) NOT NULL,
  CONSTRAINT "sample_pk" PRIMARY KEY (id)
);
