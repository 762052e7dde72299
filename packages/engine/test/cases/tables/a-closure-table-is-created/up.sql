-- Create table folder_closure
CREATE TABLE "public"."folder_closure" (
  "id_ancestor" integer NOT NULL,
  "id_descendant" integer NOT NULL,
  CONSTRAINT "PK_ea15eee69fbb40458fe66545447" PRIMARY KEY (id_ancestor, id_descendant)
);

-- Add column folder.parentId
ALTER TABLE "public"."folder" ADD COLUMN "parentId" integer;

-- Add foreign key FK_073b49e13e4ebe5c294443a16b4 to folder_closure
ALTER TABLE "public"."folder_closure" ADD CONSTRAINT "FK_073b49e13e4ebe5c294443a16b4" FOREIGN KEY (id_ancestor) REFERENCES public.folder(id) ON DELETE CASCADE;

-- Add foreign key FK_fe732379b449e3dc89f52b8b441 to folder_closure
ALTER TABLE "public"."folder_closure" ADD CONSTRAINT "FK_fe732379b449e3dc89f52b8b441" FOREIGN KEY (id_descendant) REFERENCES public.folder(id) ON DELETE CASCADE;

-- Add foreign key FK_9ee3bd0f189fb242d488c0dfa39 to folder
-- blocksWrites: Every row of folder is checked: nobody can write it meanwhile.
-- mayFail: Fails if a row of folder points at no folder.
ALTER TABLE "public"."folder" ADD CONSTRAINT "FK_9ee3bd0f189fb242d488c0dfa39" FOREIGN KEY ("parentId") REFERENCES public.folder(id);

-- Create index IDX_073b49e13e4ebe5c294443a16b on folder_closure
CREATE INDEX "IDX_073b49e13e4ebe5c294443a16b" ON "public"."folder_closure" ("id_ancestor");

-- Create index IDX_fe732379b449e3dc89f52b8b44 on folder_closure
CREATE INDEX "IDX_fe732379b449e3dc89f52b8b44" ON "public"."folder_closure" ("id_descendant");
