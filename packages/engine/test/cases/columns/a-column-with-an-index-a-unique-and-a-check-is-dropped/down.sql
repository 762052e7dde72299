-- Add column widget.color
-- mayFail: Fails if widget has rows: color may not be NULL and has no default.
ALTER TABLE "public"."widget" ADD COLUMN "color" text NOT NULL;

-- Add unique constraint one_color to widget
-- blocksReads: An index is built: nobody can read or write widget meanwhile.
-- mayFail: Fails if two rows of widget have the same color, name.
ALTER TABLE "public"."widget" ADD CONSTRAINT "one_color" UNIQUE (color, name);

-- Add check colored to widget
-- blocksReads: Every row of widget is checked: nobody can read or write it meanwhile.
-- mayFail: Fails if a row of widget violates colored.
ALTER TABLE "public"."widget" ADD CONSTRAINT "colored" CHECK ((color <> ''::text));

-- Create index by_color on widget
-- blocksWrites: An index is built: nobody can write widget meanwhile.
CREATE INDEX "by_color" ON "public"."widget" ("color");
