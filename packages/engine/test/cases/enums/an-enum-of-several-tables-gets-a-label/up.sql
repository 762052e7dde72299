-- Add label dead to enum state
ALTER TYPE "public"."state" ADD VALUE 'dead';
