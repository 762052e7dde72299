-- Create table egg
CREATE TABLE "public"."egg" (
  "id" serial NOT NULL,
  "byId" integer NOT NULL,
  CONSTRAINT "PK_2dc640b239cab7f251d7141e435" PRIMARY KEY (id)
);

-- Create table chicken
CREATE TABLE "public"."chicken" (
  "id" serial NOT NULL,
  "fromId" integer,
  CONSTRAINT "PK_1cb4ebaee92f7a92df421925a2a" PRIMARY KEY (id)
);

-- Add foreign key FK_7bf0239699c12e13eb0b5f03502 to egg
ALTER TABLE "public"."egg" ADD CONSTRAINT "FK_7bf0239699c12e13eb0b5f03502" FOREIGN KEY ("byId") REFERENCES public.chicken(id);

-- Add foreign key FK_f6b3e91a0399dbaa9647c647153 to chicken
ALTER TABLE "public"."chicken" ADD CONSTRAINT "FK_f6b3e91a0399dbaa9647c647153" FOREIGN KEY ("fromId") REFERENCES public.egg(id);
