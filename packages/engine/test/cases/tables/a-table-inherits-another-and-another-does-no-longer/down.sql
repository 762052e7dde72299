-- Let y no more inherit from parent
ALTER TABLE "public"."y" NO INHERIT "public"."parent";

-- Let x inherit from parent
ALTER TABLE "public"."x" INHERIT "public"."parent";
