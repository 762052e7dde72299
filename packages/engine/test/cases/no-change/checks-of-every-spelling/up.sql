-- Create table product
CREATE TABLE "public"."product" (
  "id" integer NOT NULL,
  "price" numeric NOT NULL,
  "size" character varying NOT NULL,
  "data" jsonb NOT NULL,
  CONSTRAINT "CHK_4e9e576e162ecfc8a82fcd95a1" CHECK ((price > (0)::numeric)),
  CONSTRAINT "PK_bebc9158e480b949565b4dc7a82" PRIMARY KEY (id),
  CONSTRAINT "any" CHECK (((size)::text = ANY (ARRAY['s'::text, 'm'::text, 'l'::text]))),
  CONSTRAINT "between" CHECK (((price >= (1)::numeric) AND (price <= (10)::numeric))),
  CONSTRAINT "both" CHECK (((price < (1000)::numeric) AND (((size)::text <> 'l'::text) OR (price IS NULL)))),
  CONSTRAINT "in_list" CHECK (((size)::text = ANY (ARRAY[('s'::character varying)::text, ('m'::character varying)::text, ('l'::character varying)::text]))),
  CONSTRAINT "json" CHECK (((data ? 'a'::text) AND (jsonb_typeof(data) = 'object'::text))),
  CONSTRAINT "pattern" CHECK ((((size)::text ~ '^[a-z]+$'::text) AND ((size)::text ~~ '%'::text)))
);
