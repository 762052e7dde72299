-- Add check ranged to widget
-- blocksReads: Every row of widget is checked: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of widget violates ranged.
ALTER TABLE "public"."widget" ADD CONSTRAINT "ranged" CHECK (((size >= 1) AND (size <= 5) AND (id > 0)));
