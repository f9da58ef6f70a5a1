-- Two events of one transaction can fall into one millisecond, and their ids show no order. The clock tells them apart in
-- microseconds, so that the history tells them in the order in which they were written.
ALTER TABLE "event" ALTER COLUMN "at" TYPE TIMESTAMPTZ(6);
