-- Sealed key sets: one per municipality and purpose, wrapped by the installation's key, which never enters the database.
create table key_set (
  municipality_id int not null references municipality,
  purpose         text not null check (purpose in ('CPR', 'CPR_INDEX', 'SYNC')),
  sealed          bytea not null,
  version         int not null default 1 check (version > 0),
  primary key (municipality_id, purpose)
);
call by_municipality('key_set', 'select, insert, update');

-- Which row of which record system became which record here (R34): identity is file kind + the record system's own key.
create table imported_row (
  municipality_id int not null references municipality,
  file_kind       text not null check (file_kind in ('CITIZENS', 'GRANTS', 'CONTACTS')),
  external_key    text not null check (length(external_key) between 1 and 100),
  record_id       uuid not null,
  content_hash    bytea not null check (length(content_hash) = 32),
  imported_at     timestamptz not null,
  absent_since    date,
  primary key (municipality_id, file_kind, external_key)
);
call by_municipality('imported_row', 'select, insert, update');
comment on column imported_row.absent_since is 'First snapshot without the row: the record system no longer knows it.';
