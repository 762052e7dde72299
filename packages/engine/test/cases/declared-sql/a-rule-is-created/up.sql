-- Create rule quiet on widget
CREATE RULE quiet AS
    ON DELETE TO public.widget DO INSTEAD NOTHING;;
