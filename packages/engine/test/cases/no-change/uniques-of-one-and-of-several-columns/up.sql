-- Create table person
CREATE TABLE "public"."person" (
  "id" integer NOT NULL,
  "first" text NOT NULL,
  "last" text NOT NULL,
  "email" text NOT NULL,
  "number" integer NOT NULL,
  "nick" text NOT NULL,
  CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY (id),
  CONSTRAINT "UQ_55fb901fe8c7de13cc0ec6f368b" UNIQUE (nick),
  CONSTRAINT "UQ_e3cbc78d0957fc1719fc8f96a99" UNIQUE (first, last),
  CONSTRAINT "later" UNIQUE (number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT "named_unique" UNIQUE (email),
  CONSTRAINT "soon" UNIQUE (first, number) DEFERRABLE
);
