-- Create table node
CREATE TABLE "public"."node" (
  "id" integer NOT NULL,
  "parent" integer,
  CONSTRAINT "node_pkey" PRIMARY KEY (id)
);

-- Add foreign key node_parent_fkey to node
ALTER TABLE "public"."node" ADD CONSTRAINT "node_parent_fkey" FOREIGN KEY (parent) REFERENCES public.node(id);

-- Create view path
CREATE VIEW "public"."path" AS
WITH RECURSIVE up AS (
         SELECT node.id,
            node.parent,
            1 AS depth
           FROM public.node
        UNION ALL
         SELECT n.id,
            n.parent,
            (up_1.depth + 1)
           FROM (public.node n
             JOIN up up_1 ON ((up_1.id = n.parent)))
        )
 SELECT id,
    parent,
    depth
   FROM up;
