-- Tie sequence s to t.id
ALTER SEQUENCE "public"."s" OWNED BY "public"."t"."id";
