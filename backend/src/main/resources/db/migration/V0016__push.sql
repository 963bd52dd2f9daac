-- Pushes: one row for each message and each device of its recipient (docs/adr/0016), and what a device last heard of FCM.

create table push (
  municipality_id int not null,
  notification_id uuid not null,
  device_id       uuid not null,
  user_id         uuid not null,
  state           text not null check (state in ('WAITING', 'SENDING', 'ACCEPTED', 'DEAD', 'REJECTED', 'DROPPED')),
  made_at         timestamptz not null,
  next_at         timestamptz not null,
  lease           uuid,
  attempts        int not null default 0 check (attempts >= 0),
  problem         text check (length(problem) <= 30),
  done_at         timestamptz,
  primary key (municipality_id, notification_id, device_id),
  foreign key (municipality_id, notification_id) references notification,
  foreign key (municipality_id, device_id, user_id) references device,
  constraint push_lease check ((state = 'SENDING') = (lease is not null)),
  constraint push_done check ((state in ('WAITING', 'SENDING')) = (done_at is null))
);
comment on column push.next_at is 'Not before then; of one that is being sent: when its sender is given up.';
comment on column push.problem is 'A code of dk.genvej.push.PushProblem.';
create index push_device on push (municipality_id, device_id, user_id);
create index push_due on push (municipality_id, next_at) where state in ('WAITING', 'SENDING');
create index push_lease on push (municipality_id, lease) where state = 'SENDING';
create index push_done on push (municipality_id, done_at) where done_at is not null;
-- One at a time for a device, whoever sends: after a token turns out dead nothing is under way to it, nor inside a Retry-After.
create unique index push_one_under_way on push (municipality_id, device_id) where state = 'SENDING';
call by_municipality('push', 'insert');
grant select, update, delete on push to genvej_worker;
create policy all_municipalities on push for select to genvej_worker using (true);

-- Until when FCM wants no requests of ours, by each municipality's own clock, as that is what its pushes are dated by.
create table push_pause (
  municipality_id int not null references municipality,
  until           timestamptz not null,
  problem         text not null check (length(problem) <= 30),
  primary key (municipality_id)
);
alter table push_pause enable row level security;
alter table push_pause force row level security;
create policy worker_alone on push_pause to genvej_worker using (true);
grant select, insert, update on push_pause to genvej_worker;

alter table device
  add column push_paused_until timestamptz,
  add column pushed_at         timestamptz,
  add column push_problem      text check (length(push_problem) <= 30),
  add column push_problem_at   timestamptz,
  add constraint device_push_token check ((push_token is null) = (push_token_at is null));
-- By a digest, as a token may be longer than an index takes.
create index device_push_token on device (municipality_id, md5(push_token)) where push_token is not null;
comment on column device.push_paused_until is 'FCM wants nothing for this device before then.';
comment on column device.pushed_at is 'When FCM last took something for it.';

-- Made with the message, in its transaction, whoever writes it: none is forgotten, and nobody need remember.
create function make_pushes() returns trigger language plpgsql as $$
begin
  if new.sent_at is null or new.cancelled_at is not null or (tg_op = 'UPDATE' and old.sent_at is not null) then
    return null;
  end if;
  insert into push (municipality_id, notification_id, device_id, user_id, state, made_at, next_at)
  select new.municipality_id, new.id, d.id, d.user_id, 'WAITING', new.sent_at, new.sent_at
    from device d
   where d.municipality_id = new.municipality_id and d.user_id = new.recipient_id and d.push_token is not null;
  return null;
end
$$;
create trigger make_pushes after insert or update of sent_at on notification for each row execute function make_pushes();
