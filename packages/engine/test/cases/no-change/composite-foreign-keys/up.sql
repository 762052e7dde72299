-- Create table booking
CREATE TABLE "public"."booking" (
  "id" integer NOT NULL,
  "seat_row" text,
  "seat_number" integer,
  CONSTRAINT "PK_49171efc69702ed84c812f33540" PRIMARY KEY (id)
);

-- Create table seat
CREATE TABLE "public"."seat" (
  "row" text NOT NULL,
  "number" integer NOT NULL,
  CONSTRAINT "PK_54bd1ade9f1a75621088de58650" PRIMARY KEY ("row", number)
);

-- Add foreign key FK_4a9b0fb08e8dd54911974b2e007 to booking
ALTER TABLE "public"."booking" ADD CONSTRAINT "FK_4a9b0fb08e8dd54911974b2e007" FOREIGN KEY (seat_row, seat_number) REFERENCES public.seat("row", number);
