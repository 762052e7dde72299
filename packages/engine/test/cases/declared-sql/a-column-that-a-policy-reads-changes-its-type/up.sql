-- Drop policy own of widget
DROP POLICY "own" ON "public"."widget";

-- Change the type of widget.name from text to character varying(50)
-- blocksReads: widget is rewritten: nobody can read or write it meanwhile.
-- mayFail: Fails if the name of a row of widget cannot be converted.
ALTER TABLE "public"."widget" ALTER COLUMN "name" TYPE character varying(50) USING name::character varying(50);

-- Create policy own on widget
CREATE POLICY "own" ON "public"."widget" FOR ALL USING (((name)::text = CURRENT_USER));
