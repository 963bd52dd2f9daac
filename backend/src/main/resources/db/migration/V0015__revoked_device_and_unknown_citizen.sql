-- A request that names a revoked device is refused (R69), and coordinators see kept writes whose citizen is not known.

-- As arrive with four arguments, and whether the device that the request names is revoked: for whomever it was, it is for all.
create function arrive(municipality int, today date, arriving text, expected_actor text, arriving_device uuid)
returns table (user_id uuid, blocked boolean, device_revoked boolean, units_version int, absent_id uuid, lent_role text, lent_unit_id uuid)
language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('app.m', arrive.municipality::text, true), set_config('app.today', to_char(arrive.today, 'YYYY-MM-DD'), true),
          set_config('app.actor', expected_actor, true);
  return query
    select u.id, u.blocked_at is not null,
           arriving_device is not null
           and exists (select from device d where d.municipality_id = m.id and d.id = arriving_device and d.revoked_at is not null),
           m.units_version, s.absent_id, s.role, a.unit_id
      from municipality m
      left join app_user u on u.municipality_id = m.id and u.subject = arriving
      left join substitution s on s.municipality_id = m.id and s.substitute_id = u.id
           and arrive.today between s.from_day and s.until_day and (s.ended_on is null or s.ended_on > arrive.today)
      left join membership a on a.municipality_id = m.id and a.user_id = s.absent_id and a.role = s.role
     where m.id = arrive.municipality;
end
$$;

-- Whom a kept write is about can be unknown: it rests on one that is kept too, or names what is not there. Some coordinator has to see it.
create policy of_nobody_known on kept_mutation for select using (
  municipality_id = nullif(current_setting('app.m', true), '')::int
  and citizen_id is null and state in ('WAITING', 'ACCEPTED', 'DISCARDED')
  and exists (select from actor_scope s
               where s.municipality_id = kept_mutation.municipality_id and s.role = 'COORDINATOR'
                 and s.actor_key = nullif(current_setting('app.actor', true), '')::uuid));
