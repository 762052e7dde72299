-- Create table ride
CREATE TABLE "public"."ride" (
  "b" integer NOT NULL,
  "a" integer NOT NULL,
  CONSTRAINT "PK_0bc0e25961682adc5f845d83670" PRIMARY KEY (b, a)
);

-- Create table seat
CREATE TABLE "public"."seat" (
  "row" text NOT NULL,
  "number" integer NOT NULL,
  CONSTRAINT "a seat" PRIMARY KEY ("row", number)
);
