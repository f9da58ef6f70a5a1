-- Everybody who works with cases reads what the log says they did themselves, the newest first.
CREATE INDEX log_actor_id_seq_idx ON audit.log (actor_id, seq);
