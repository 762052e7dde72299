-- Create enum lamp_level_enum
CREATE TYPE "public"."lamp_level_enum" AS ENUM ('0', '10');

-- Create enum lamp_odd_enum
CREATE TYPE "public"."lamp_odd_enum" AS ENUM ('', ' ', 'a"b', 'ü', 'UPPER lower');

-- Create table lamp
CREATE TABLE "public"."lamp" (
  "level" public.lamp_level_enum NOT NULL,
  "odd" public.lamp_odd_enum NOT NULL,
  CONSTRAINT "PK_82ef78f37a927f18701a3f368ee" PRIMARY KEY (level)
);
