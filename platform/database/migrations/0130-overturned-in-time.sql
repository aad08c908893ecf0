-- What was published of the answers of a quarter says now also how many of what was overturned had been answered in time, of
-- each body and of all together. Of a quarter that was published before, it says so only where nothing was overturned: the
-- rest was not counted then, and a count made now would be one of another day.
update cases.stated_publication publication set content = json_build_object(
  'all', json_build_object('inTimeOverturned', counted.all_in_time),
  'bodies', counted.bodies
)::text
from (
  select log, quarter,
    case when bool_and(body ->> 'overturned' = '0') is not false then 0 end as all_in_time,
    coalesce(
      jsonb_agg(
        body || jsonb_build_object('inTimeOverturned', case when body ->> 'overturned' = '0' then 0 end)
        order by position
      ) filter (where body is not null),
      '[]'
    ) as bodies
  from cases.stated_publication
    left join lateral jsonb_array_elements(content::jsonb) with ordinality as each (body, position) on true
  where part = 'answers'
  group by log, quarter
) counted
where publication.part = 'answers' and publication.log = counted.log and publication.quarter = counted.quarter;
