-- Untie sequence s from its column
ALTER SEQUENCE "public"."s" OWNED BY NONE;
