-- Let x no more inherit from parent
ALTER TABLE "public"."x" NO INHERIT "public"."parent";

-- Let y inherit from parent
ALTER TABLE "public"."y" INHERIT "public"."parent";
