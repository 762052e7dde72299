-- Create table category
CREATE TABLE "public"."category" (
  "id" serial NOT NULL,
  "nsleft" integer DEFAULT 1 NOT NULL,
  "nsright" integer DEFAULT 2 NOT NULL,
  "parentId" integer,
  CONSTRAINT "PK_9c4e4a89e3674fc9f382d733f03" PRIMARY KEY (id)
);

-- Create table comment
CREATE TABLE "public"."comment" (
  "id" serial NOT NULL,
  "mpath" character varying DEFAULT ''::character varying,
  "parentId" integer,
  CONSTRAINT "PK_0b0e4bbc8415ec426f87f3a88e2" PRIMARY KEY (id)
);

-- Create table folder
CREATE TABLE "public"."folder" (
  "id" serial NOT NULL,
  "level" integer NOT NULL,
  "parentId" integer,
  CONSTRAINT "PK_6278a41a706740c94c02e288df8" PRIMARY KEY (id)
);

-- Create table folder_tree_closure
CREATE TABLE "public"."folder_tree_closure" (
  "above" integer NOT NULL,
  "below" integer NOT NULL,
  "level" integer NOT NULL,
  CONSTRAINT "PK_7888c811aa28f2682adaaa71d26" PRIMARY KEY (above, below)
);

-- Add foreign key FK_d5456fd7e4c4866fec8ada1fa10 to category
ALTER TABLE "public"."category" ADD CONSTRAINT "FK_d5456fd7e4c4866fec8ada1fa10" FOREIGN KEY ("parentId") REFERENCES public.category(id);

-- Add foreign key FK_e3aebe2bd1c53467a07109be596 to comment
ALTER TABLE "public"."comment" ADD CONSTRAINT "FK_e3aebe2bd1c53467a07109be596" FOREIGN KEY ("parentId") REFERENCES public.comment(id);

-- Add foreign key FK_9ee3bd0f189fb242d488c0dfa39 to folder
ALTER TABLE "public"."folder" ADD CONSTRAINT "FK_9ee3bd0f189fb242d488c0dfa39" FOREIGN KEY ("parentId") REFERENCES public.folder(id) ON DELETE CASCADE;

-- Add foreign key FK_2c25d9147dfafcba8dbab9f9b41 to folder_tree_closure
ALTER TABLE "public"."folder_tree_closure" ADD CONSTRAINT "FK_2c25d9147dfafcba8dbab9f9b41" FOREIGN KEY (below) REFERENCES public.folder(id) ON DELETE CASCADE;

-- Add foreign key FK_982c54a1efe0ad672a33424d41b to folder_tree_closure
ALTER TABLE "public"."folder_tree_closure" ADD CONSTRAINT "FK_982c54a1efe0ad672a33424d41b" FOREIGN KEY (above) REFERENCES public.folder(id) ON DELETE CASCADE;

-- Create index IDX_2c25d9147dfafcba8dbab9f9b4 on folder_tree_closure
CREATE INDEX "IDX_2c25d9147dfafcba8dbab9f9b4" ON "public"."folder_tree_closure" ("below");

-- Create index IDX_982c54a1efe0ad672a33424d41 on folder_tree_closure
CREATE INDEX "IDX_982c54a1efe0ad672a33424d41" ON "public"."folder_tree_closure" ("above");
